package org.heliograph.follow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.heliograph.graphql.AllViews;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.graphql.RecordView;
import org.heliograph.graphql.Selection;
import org.heliograph.graphql.Tombstone;
import org.heliograph.graphql.Views;
import org.heliograph.record.Lookup;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordChange;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.Stage;
import org.heliograph.store.RecordStore;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/** Reads the record of a change anew, as the viewer may see it now. */
@ApplicationScoped
class ChangedRecords {
  private final CurrentViewer viewer;
  private final RecordStore store;
  private final AllViews views;

  ChangedRecords(CurrentViewer viewer, RecordStore store, AllViews views) {
    this.viewer = viewer;
    this.store = store;
    this.views = views;
  }

  /** The change for the current viewer; empty where the record does not exist for them. */
  Optional<RecordChangeView> view(RecordChange change, Selection selection) {
    return views
        .of(change.kind())
        .flatMap(of ->
            Optional.ofNullable(record(of, change, selection, viewer.get().notBefore(change.at()))))
        .map(record ->
            new RecordChangeView(
                change.id(),
                change.change(),
                change.kind(),
                change.ref().globalId(),
                change.at(),
                record));
  }

  private <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>
      @Nullable RecordOrTombstone record(
          Views<E, V> views, RecordChange change, Selection selection, Viewer who) {
    boolean withdrawal = change.change() == ChangeKind.WITHDRAWN;
    return switch (store.find(views.type(), change.ref(), who)) {
      // what was public and has been withdrawn since is told by its withdrawal
      case Lookup.Found<E> found
          when found.row().stage == (withdrawal ? Stage.WITHDRAWN : Stage.PUBLISHED) ->
          views.of(List.of(found), selection, who).getFirst();
      case Lookup.Found<E> found -> null;
      case Lookup.Tombstone<E> gone -> withdrawal ? Tombstone.of(gone.row()) : null;
      case Lookup.Nothing<E> nothing -> null;
    };
  }
}
