package org.heliograph.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heliograph.graphql.CommonFilter;
import org.heliograph.graphql.ListArguments.Order;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.graphql.RecordView;
import org.heliograph.graphql.Selection;
import org.heliograph.graphql.SortDirection;
import org.heliograph.graphql.Views;
import org.heliograph.record.Criterion;
import org.heliograph.record.Lookup;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.record.WholeList;
import org.heliograph.shared.Problem;
import org.heliograph.store.ReadStop;
import org.heliograph.store.RecordWalk;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.Visibility;
import org.heliograph.visibility.VisibilityPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind. Cells are read from the schema's own views, so that a file shows of each
 * row what the schema shows the same viewer, no more and no less.
 *
 * @param <F> what narrows the list
 * @param <S> what orders it
 */
public abstract class RecordExport<
        E extends PublicRecord,
        V extends RecordView & RecordNode & RecordOrTombstone,
        F extends CommonFilter,
        S extends Enum<S>>
    implements Export {
  /** What a record has only once it is stored. */
  private static final Set<String> STORED =
      Set.of("id", "stage", "revision", "publishedAt", "changedAt", "attachments");

  private final RecordWalk walk;
  private final Views<E, V> views;
  private final Shape<V, F, S> shape;
  private final Selection selection;

  /**
   * What a kind's export looks like.
   *
   * @param selection what the columns need of a view, as a GraphQL selection
   * @param batch how many records are held at once
   */
  public record Shape<V, F, S>(
      String word,
      String heading,
      Class<F> filter,
      Class<S> sort,
      String selection,
      int batch,
      List<ExportColumn<V>> columns) {}

  protected RecordExport(RecordWalk walk, Views<E, V> views, Shape<V, F, S> shape) {
    this.walk = walk;
    this.views = views;
    this.shape = shape;
    this.selection = Selection.parse(shape.selection());
  }

  /** The order that a word of the schema's sort input stands for. */
  protected abstract Order order(S by, @Nullable SortDirection direction);

  /** What the filter stands for. */
  protected List<Criterion> criteria(F filter, Viewer viewer) {
    return filter.criteria();
  }

  /** The kind of the records. */
  public final RecordType<E> type() {
    return views.type();
  }

  @Override
  public final String word() {
    return shape.word();
  }

  @Override
  public final String heading() {
    return shape.heading();
  }

  @Override
  public final List<ExportColumn<V>> columns() {
    return shape.columns();
  }

  @Override
  public final Rows ask(Parameters parameters, Viewer viewer) {
    F filter = FilterParameters.read(shape.filter(), parameters);
    Order order = order(parameters);
    parameters.refuseUnknown();
    var list = new WholeList(criteria(filter, viewer), order.field(), order.descending());
    Visibility visibility = VisibilityPolicy.of(views.type().kind(), viewer);
    return (out, stop) -> write(list, visibility, viewer, new Sink(out, stop));
  }

  private Order order(Parameters parameters) {
    S by = parameters.one("sort", shape.sort());
    SortDirection direction = parameters.one("direction", SortDirection.class);
    if (by != null) {
      return order(by, direction);
    }
    if (direction != null) {
      throw Problem.badInput("direction", "needs sort, which says what to order by");
    }
    return new Order(views.type().defaultSort(), true);
  }

  /** A value of a row in words, under its column. */
  public record Cell(String name, String heading, String text) {}

  /**
   * What the public would read of rows that are not stored yet, were they published: what is open,
   * without what only a stored record has.
   */
  public final List<List<Cell>> publicly(List<? extends PublicRecord> rows, Instant at) {
    var found =
        rows.stream()
            .map(row -> new Lookup.Found<>(type().entity().cast(row), Set.of(FieldClass.OPEN)))
            .toList();
    return views.of(found, selection, Viewer.anonymous(at)).stream().map(this::cells).toList();
  }

  private List<Cell> cells(V view) {
    var cells = new ArrayList<Cell>();
    for (ExportColumn<V> column : shape.columns()) {
      if (column.fieldClass() == FieldClass.OPEN && !STORED.contains(column.name())) {
        Object value = column.value().apply(view);
        if (value != null) {
          cells.add(new Cell(column.name(), column.heading(), column.text().apply(value)));
        }
      }
    }
    return cells;
  }

  private record Sink(RowWriter out, ReadStop stop) {}

  private long write(WholeList list, Visibility visibility, Viewer viewer, Sink sink)
      throws IOException {
    long[] count = {0};
    try {
      walk.walk(
          views.type(),
          list,
          visibility,
          shape.batch(),
          sink.stop(),
          rows -> {
            List<V> batch = views.of(rows, visibility, selection, viewer);
            hand(batch, sink.out());
            count[0] += batch.size();
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return count[0];
  }

  private void hand(List<V> batch, RowWriter out) {
    try {
      for (V view : batch) {
        out.row(values(view));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<@Nullable Object> values(V view) {
    var values = new ArrayList<@Nullable Object>(shape.columns().size());
    for (ExportColumn<V> column : shape.columns()) {
      values.add(column.value().apply(view));
    }
    return values;
  }
}
