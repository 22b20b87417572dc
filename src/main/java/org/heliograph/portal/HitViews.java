package org.heliograph.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.graphql.AllViews;
import org.heliograph.graphql.PersonalReads;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.graphql.RecordView;
import org.heliograph.graphql.Selection;
import org.heliograph.graphql.Views;
import org.heliograph.record.Lookup;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.search.SearchHit;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Viewer;

/**
 * Makes the views of hits of several kinds, each kind's together, and puts them back in the order
 * of the hits.
 */
@ApplicationScoped
public class HitViews {
  private final AllViews views;

  private final PersonalReads reads;

  HitViews(AllViews views, PersonalReads reads) {
    this.reads = reads;
    this.views = views;
  }

  /** A highlighted passage of a personal field is a personal field that is read. */
  void noteHighlights(List<SearchHit> hits) {
    for (SearchHit hit : hits) {
      PublicRecord row = hit.found().row();
      RecordType<?> type = of(row.kind()).type();
      if (hit.highlights().keySet().stream()
          .anyMatch(
              name -> type.has(name) && type.field(name).fieldClass() == FieldClass.PERSONAL)) {
        reads.reading(row);
      }
    }
  }

  public List<RecordNode> of(List<SearchHit> hits, Selection selection, Viewer viewer) {
    var byKind = new EnumMap<RecordKind, List<Lookup.Found<?>>>(RecordKind.class);
    for (SearchHit hit : hits) {
      byKind.computeIfAbsent(hit.found().row().kind(), kind -> new ArrayList<>()).add(hit.found());
    }
    var byRow = new HashMap<Lookup.Found<?>, RecordNode>();
    byKind.forEach((kind, found) -> make(of(kind), found, selection, viewer, byRow));
    return hits.stream().map(hit -> byRow.get(hit.found())).toList();
  }

  private Views<?, ?> of(RecordKind kind) {
    return views.of(kind).orElseThrow(() -> new IllegalStateException("no views for " + kind));
  }

  private static <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>
      void make(
          Views<E, V> views,
          List<Lookup.Found<?>> found,
          Selection selection,
          Viewer viewer,
          Map<Lookup.Found<?>, RecordNode> into) {
    var typed = new ArrayList<Lookup.Found<E>>();
    for (Lookup.Found<?> each : found) {
      typed.add(new Lookup.Found<>(views.type().entity().cast(each.row()), each.fields()));
    }
    List<V> made = views.of(typed, selection, viewer);
    for (int i = 0; i < made.size(); i++) {
      into.put(found.get(i), made.get(i));
    }
  }
}
