package org.heliograph.record;

import java.util.List;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A list that a caller asks for.
 *
 * @param sort name of a sortable field
 * @param wantsTotal whether the exact number of rows is needed (it costs a count)
 */
public record RecordQuery(
    List<Criterion> criteria, String sort, boolean descending, Window window, boolean wantsTotal) {
  public RecordQuery {
    criteria = List.copyOf(criteria);
  }

  /**
   * A slice: the first {@code size} rows after a cursor, or the last {@code size} before one.
   *
   * @param cursor an opaque cursor of an earlier page; null for the start (or the end)
   */
  public record Window(int size, @Nullable String cursor, boolean backward) {
    public static final int LARGEST = 100;
    public static final int USUAL = 20;

    /** Reads Relay's four arguments; contradictions and sizes out of range are refused. */
    public static Window of(
        @Nullable Integer first,
        @Nullable String after,
        @Nullable Integer last,
        @Nullable String before) {
      if (first != null && last != null || after != null && before != null) {
        throw Problem.badInput(
            first != null && last != null ? "last" : "before",
            "give first with after, or last with before, but not both");
      }
      boolean backward = last != null || before != null;
      if (backward && (first != null || after != null)) {
        throw Problem.badInput(
            "before", "give first with after, or last with before, but not a mixture");
      }
      Integer asked = backward ? last : first;
      int size = asked == null ? USUAL : asked;
      if (size < 1 || size > LARGEST) {
        throw Problem.badInput(backward ? "last" : "first", "must lie between 1 and " + LARGEST);
      }
      return new Window(size, backward ? before : after, backward);
    }
  }
}
