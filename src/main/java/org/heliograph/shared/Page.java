package org.heliograph.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A slice of a list.
 *
 * @param cursors one opaque cursor per row, in the same order
 * @param total the exact number of rows in the whole list; null when it was not asked for
 */
public record Page<T>(
    List<T> rows,
    List<String> cursors,
    boolean hasNext,
    boolean hasPrevious,
    @Nullable Long total) {
  public Page {
    rows = List.copyOf(rows);
    cursors = List.copyOf(cursors);
  }

  /** The same slice of something made from each row. */
  public <R> Page<R> map(Function<List<T>, List<R>> convert) {
    return new Page<>(convert.apply(rows), cursors, hasNext, hasPrevious, total);
  }
}
