package org.heliograph.graphql;

import java.util.List;
import org.heliograph.record.Criterion;
import org.heliograph.record.RecordQuery;
import org.heliograph.record.RecordQuery.Window;
import org.heliograph.record.RecordType;
import org.jspecify.annotations.Nullable;

/** The arguments that every list has, read into a query. */
public final class ListArguments {
  private ListArguments() {}

  /** The order of a list: which field, and whether from high to low. */
  public record Order(String field, boolean descending) {}

  /**
   * @param order null for the kind's own order, latest first
   */
  public static RecordQuery query(
      RecordType<?> type,
      @Nullable CommonFilter filter,
      @Nullable Order order,
      Window window,
      Selection selection) {
    return query(type, filter == null ? List.of() : filter.criteria(), order, window, selection);
  }

  /**
   * @param order null for the kind's own order, latest first
   */
  public static RecordQuery query(
      RecordType<?> type,
      List<Criterion> criteria,
      @Nullable Order order,
      Window window,
      Selection selection) {
    Order by = order == null ? new Order(type.defaultSort(), true) : order;
    return new RecordQuery(
        criteria, by.field(), by.descending(), window, selection.has("totalCount"));
  }
}
