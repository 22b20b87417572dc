package org.heliograph.portal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heliograph.export.FilterParameters;
import org.heliograph.export.Parameters;
import org.heliograph.record.Criterion;
import org.heliograph.search.SearchQuery;
import org.heliograph.search.SearchQuery.Slice;
import org.heliograph.search.SearchQuery.Wants;
import org.heliograph.shared.RecordKind;

/** A search that an address asks for, by parameters of the same names as in the schema. */
public record AskedSearch(
    String text, Set<RecordKind> kinds, List<Criterion> criteria, SearchQuery.Order order) {

  /** Withdrawn records are in no answer; a parameter that is none is refused. */
  public static AskedSearch read(Parameters parameters) {
    String text = parameters.one("text");
    List<RecordKind> kinds = parameters.all("kinds", RecordKind.class);
    SearchSort sort = parameters.one("sort", SearchSort.class);
    SearchFilter filter = FilterParameters.read(SearchFilter.class, parameters);
    parameters.refuseUnknown();
    return new AskedSearch(
        text == null ? "" : text,
        kinds == null || kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds),
        FilterParameters.withoutWithdrawn(filter).criteria(),
        (sort == null ? SearchSort.RELEVANCE : sort).order());
  }

  /** The same, latest publication first. */
  public AskedSearch newest() {
    return new AskedSearch(text, kinds, criteria, SearchSort.NEWEST.order());
  }

  public SearchQuery query(Slice slice, boolean total, boolean hits) {
    return new SearchQuery(
        text, kinds, criteria, order, Set.of(), slice, new Wants(hits, total, false));
  }
}
