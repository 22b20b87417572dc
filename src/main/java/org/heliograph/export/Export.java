package org.heliograph.export;

import java.io.IOException;
import java.util.List;
import org.heliograph.store.ReadStop;
import org.heliograph.visibility.Viewer;

/** Something that can be taken away as a file. One bean each; routes and dumps find them by CDI. */
public interface Export {
  /** The word in addresses and file names, for example {@code power-items}. */
  String word();

  /** What it is, in Chinese. */
  String heading();

  List<? extends ExportColumn<?>> columns();

  /**
   * Understands what is asked for; nothing is read yet.
   *
   * @throws org.heliograph.shared.Problem BAD_INPUT
   */
  Rows ask(Parameters parameters, Viewer viewer);

  /** Rows that are ready to be read. */
  @FunctionalInterface
  interface Rows {
    /** Writes every row; the caller begins and finishes the file. Returns how many there were. */
    long writeTo(RowWriter out, ReadStop stop) throws IOException;
  }
}
