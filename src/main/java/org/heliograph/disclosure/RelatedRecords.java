package org.heliograph.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.graphql.RecordView;
import org.heliograph.graphql.Selection;
import org.heliograph.graphql.Views;
import org.heliograph.record.CodeIndex;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.RecordStore;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;

/**
 * Follows the related records of a page of disclosures: one read per kind that they name. What the
 * viewer may not see is left out without a trace.
 */
@ApplicationScoped
class RelatedRecords {
  private final RecordStore store;
  private final Instance<Views<?, ?>> kinds;

  RelatedRecords(RecordStore store, @Any Instance<Views<?, ?>> kinds) {
    this.store = store;
    this.kinds = kinds;
  }

  /** The views of the related records of each disclosure, in the order in which it names them. */
  Map<Disclosure, List<RecordNode>> of(
      List<Disclosure> disclosures, Selection selection, Viewer viewer) {
    var codes = new EnumMap<RecordKind, Set<String>>(RecordKind.class);
    for (Disclosure disclosure : disclosures) {
      for (Related related : disclosure.related) {
        codes.computeIfAbsent(related.kind(), kind -> new HashSet<>()).add(related.code());
      }
    }
    var found = new EnumMap<RecordKind, Found<?, ?>>(RecordKind.class);
    for (Views<?, ?> views : kinds) {
      Set<String> asked = codes.get(views.type().kind());
      if (asked != null) {
        found.put(views.type().kind(), find(views, asked, selection, viewer));
      }
    }
    var all = new IdentityHashMap<Disclosure, List<RecordNode>>();
    for (Disclosure disclosure : disclosures) {
      var nodes = new ArrayList<RecordNode>();
      for (Related related : disclosure.related) {
        Found<?, ?> ofKind = found.get(related.kind());
        if (ofKind != null) {
          ofKind.addTo(nodes, disclosure.organisation, related.code());
        }
      }
      all.put(disclosure, nodes);
    }
    return all;
  }

  private <E extends PublicRecord, V extends RecordView & RecordNode & RecordOrTombstone>
      Found<E, V> find(Views<E, V> views, Set<String> codes, Selection selection, Viewer viewer) {
    var visibility = VisibilityPolicy.of(views.type().kind(), viewer);
    var rows = store.matching(views.type(), Map.of("code", codes), visibility);
    List<V> made = views.of(rows, visibility, selection, viewer);
    var byRow = new HashMap<Long, V>();
    for (int i = 0; i < rows.size(); i++) {
      byRow.put(rows.get(i).id, made.get(i));
    }
    return new Found<>(new CodeIndex<>(rows), byRow);
  }

  private record Found<E extends PublicRecord, V extends RecordNode>(
      CodeIndex<E> rows, Map<Long, V> views) {
    void addTo(List<RecordNode> nodes, String organisation, String code) {
      E row = rows.find(organisation, code);
      V view = row == null ? null : views.get(row.id);
      if (view != null) {
        nodes.add(view);
      }
    }
  }
}
