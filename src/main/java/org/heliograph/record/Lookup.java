package org.heliograph.record;

import java.util.Set;
import org.heliograph.visibility.FieldClass;

/** What a viewer learns of one record by id or code. */
public sealed interface Lookup<E extends PublicRecord> {
  /**
   * The record may be read, in these field classes. Its stage tells whether it is withdrawn but
   * still readable.
   */
  record Found<E extends PublicRecord>(E row, Set<FieldClass> fields) implements Lookup<E> {}

  /**
   * The record was public and is withdrawn; only the fact, and (unless it was erased) reason and
   * successor, may be told.
   */
  record Tombstone<E extends PublicRecord>(E row) implements Lookup<E> {}

  /** There is no such record for this viewer. */
  record Nothing<E extends PublicRecord>() implements Lookup<E> {}
}
