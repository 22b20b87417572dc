package org.heliograph.importing;

import java.io.IOException;
import java.util.List;
import org.hibernate.StatelessSession;

/** Follows an import on its way. Whatever it throws ends the import there. */
public interface ImportWatch {

  /**
   * How far an import has come.
   *
   * @param read rows of the file
   * @param accepted new or changed ones
   * @param unchanged ones that were there already
   */
  record Progress(long read, long accepted, long unchanged, long refused) {}

  /** The form of the rows is known; {@code run} is 0 in a dry run. */
  default void begins(ImportKind<?> kind, long run) {}

  /** A row is well-formed; it is about to be saved. */
  default void understood(long row, Object value) {}

  /** A batch is being saved: runs in its transaction, with those of its rows that cannot stand. */
  default void saving(StatelessSession session, Progress soFar, List<RowError> refused) {}

  /** Rows could not be taken, for reasons that reading the file once more would find again. */
  void refused(List<RowError> errors);

  /** Rows that the database refused, which reading the file once more would not tell. */
  default void turnedDown(List<RowError> errors) {
    refused(errors);
  }

  /** A batch is done. */
  void progress(Progress soFar) throws IOException;
}
