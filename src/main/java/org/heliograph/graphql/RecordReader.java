package org.heliograph.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.heliograph.record.Lookup;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordQuery;
import org.heliograph.shared.Page;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordRef;
import org.heliograph.store.RecordStore;
import org.heliograph.visibility.VisibilityPolicy;
import org.jspecify.annotations.Nullable;

/** What every kind's resolvers do: viewer, call, view. */
@ApplicationScoped
public class RecordReader {
  private final CurrentViewer viewer;
  private final RecordStore store;

  public RecordReader(CurrentViewer viewer, RecordStore store) {
    this.viewer = viewer;
    this.store = store;
  }

  /** One page of views; {@code selection} is that of the connection. */
  public <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>
      Page<V> page(Views<E, V> views, RecordQuery query, Selection selection) {
    var who = viewer.get();
    var visibility = VisibilityPolicy.of(views.type().kind(), who);
    return store
        .page(views.type(), query, visibility)
        .map(rows -> views.of(rows, visibility, selection.ofNodes(), who));
  }

  /** The record with a code, or a problem that says NOT_FOUND or GONE. */
  public <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone> V byCode(
      Views<E, V> views, String code, @Nullable String organisation, Selection selection) {
    return switch (lookUp(views, code, organisation)) {
      case Lookup.Found<E> found -> views.of(List.of(found), selection, viewer.get()).getFirst();
      case Lookup.Tombstone<E> gone ->
          throw Problem.gone("this record was withdrawn: record(kind, code) tells how and why");
      case Lookup.Nothing<E> nothing -> throw notFound();
    };
  }

  /** The record with a code or what remains of it, or a problem that says NOT_FOUND. */
  public <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>
      RecordOrTombstone recordByCode(
          Views<E, V> views, String code, @Nullable String organisation, Selection selection) {
    return switch (lookUp(views, code, organisation)) {
      case Lookup.Found<E> found -> views.of(List.of(found), selection, viewer.get()).getFirst();
      case Lookup.Tombstone<E> gone -> Tombstone.of(gone.row());
      case Lookup.Nothing<E> nothing -> throw notFound();
    };
  }

  /** The record with a global id or what remains of it, or a problem that says NOT_FOUND. */
  public <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone> Node byRef(
      Views<E, V> views, RecordRef ref, Selection selection) {
    return switch (store.find(views.type(), ref, viewer.get())) {
      case Lookup.Found<E> found -> views.of(List.of(found), selection, viewer.get()).getFirst();
      case Lookup.Tombstone<E> gone -> Tombstone.of(gone.row());
      case Lookup.Nothing<E> nothing -> throw notFound();
    };
  }

  private <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>
      Lookup<E> lookUp(Views<E, V> views, String code, @Nullable String organisation) {
    var found = store.findByCode(views.type(), code, organisation, viewer.get());
    if (found.size() > 1) {
      throw Problem.badInput(
          "organisation", "several organisations use this code: name the one that you mean");
    }
    return found.isEmpty() ? new Lookup.Nothing<>() : found.getFirst();
  }

  static Problem notFound() {
    return Problem.notFound("there is no such record: check the id or code");
  }
}
