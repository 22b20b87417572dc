package org.heliograph.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows in one format. Nothing of a row is kept once it is written. */
public interface RowWriter {

  /**
   * Writes one row.
   *
   * @param values one per column, in order; null for an empty cell
   */
  void row(List<@Nullable Object> values) throws IOException;

  /** Writes what belongs after the last row. Without it the file is not complete. */
  void finish() throws IOException;
}
