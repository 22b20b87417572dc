package org.heliograph.graphql;

import java.util.List;
import org.heliograph.record.Lookup;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.Visibility;

/**
 * Makes the views of one kind, with everything that the selection asks for, in a constant number of
 * statements. One bean per kind.
 */
public interface Views<
    E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone> {
  RecordType<E> type();

  /**
   * One view per row, in order; links to other records are followed under the viewer's own
   * visibility.
   */
  List<V> of(List<Lookup.Found<E>> rows, Selection selection, Viewer viewer);

  /** The views of rows that were read under a visibility. */
  default List<V> of(List<E> rows, Visibility visibility, Selection selection, Viewer viewer) {
    return of(
        rows.stream().map(row -> new Lookup.Found<>(row, visibility.fields(row))).toList(),
        selection,
        viewer);
  }
}
