package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.record.Lookup;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.search.TextQuery.Scope;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.store.RecordStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads again from the database what the index found, one batch per kind, under the same
 * visibility.
 */
@ApplicationScoped
class SearchHits {
  private final RecordStore store;

  SearchHits(RecordStore store) {
    this.store = store;
  }

  /** What of a document comes back with a hit. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Doc(RecordKind kind, long recordId, long rowId, long rowVersion) {
    static final List<String> FIELDS =
        List.of(Documents.KIND, Documents.RECORD_ID, Documents.ROW_ID, Documents.ROW_VERSION);
  }

  /** A hit that may be shown, and where it stands in the order. */
  record Confirmed(
      Lookup.Found<? extends PublicRecord> found,
      List<FieldValue> sort,
      Map<String, List<String>> highlights,
      @Nullable Integer alike) {}

  /**
   * The hits that the database confirms, in their order.
   *
   * @param dropped takes the ids of the documents that it does not confirm
   */
  List<Confirmed> confirm(SearchPlan plan, List<Hit<Doc>> hits, Set<String> dropped) {
    var byKind = new EnumMap<RecordKind, List<Doc>>(RecordKind.class);
    for (Hit<Doc> hit : hits) {
      Doc doc = source(hit);
      byKind.computeIfAbsent(doc.kind(), kind -> new ArrayList<>()).add(doc);
    }
    var rows = new HashMap<Long, PublicRecord>();
    byKind.forEach((kind, docs) -> rows.putAll(read(plan, kind, docs)));
    var confirmed = new ArrayList<Confirmed>();
    var shown = new HashSet<Long>();
    for (Hit<Doc> hit : hits) {
      Doc doc = source(hit);
      PublicRecord row = rows.get(doc.rowId());
      if (row == null) {
        dropped.add(String.valueOf(hit.id()));
      } else if (shown.add(row.id)) {
        confirmed.add(confirmed(plan, hit, doc, row));
      }
    }
    return confirmed;
  }

  private static Doc source(Hit<Doc> hit) {
    Doc doc = hit.source();
    if (doc == null) {
      throw new IllegalStateException("a hit without its source");
    }
    return doc;
  }

  private static Confirmed confirmed(SearchPlan plan, Hit<Doc> hit, Doc doc, PublicRecord row) {
    Scope scope = scope(plan, doc.kind());
    var classes = scope.visibility().fields(row);
    // passages of an older version may show what the record no longer says
    Map<String, List<String>> highlights =
        doc.rowVersion() == row.rowVersion
            ? Highlights.readable(hit.highlight(), scope.type(), classes)
            : Map.of();
    return new Confirmed(new Lookup.Found<>(row, classes), hit.sort(), highlights, null);
  }

  /** By row id of the document: in the public tier whatever revision is public now. */
  private Map<Long, PublicRecord> read(SearchPlan plan, RecordKind kind, List<Doc> docs) {
    Scope scope = scope(plan, kind);
    return switch (plan.tier()) {
      case PUBLIC -> readPublic(scope.type(), scope, docs);
      case INTERNAL -> readCurrent(scope.type(), scope, docs);
    };
  }

  private <E extends PublicRecord> Map<Long, PublicRecord> readPublic(
      RecordType<E> type, Scope scope, List<Doc> docs) {
    Map<Long, E> rows =
        store.byRecordIds(type, docs.stream().map(Doc::recordId).toList(), scope.visibility());
    var found = new HashMap<Long, PublicRecord>();
    for (Doc doc : docs) {
      E row = rows.get(doc.recordId());
      if (row != null) {
        found.put(doc.rowId(), row);
      }
    }
    return found;
  }

  private <E extends PublicRecord> Map<Long, PublicRecord> readCurrent(
      RecordType<E> type, Scope scope, List<Doc> docs) {
    var found = new HashMap<Long, PublicRecord>();
    store
        .byRowIds(type, docs.stream().map(Doc::rowId).toList(), scope.visibility())
        .forEach((id, row) -> {
          if (row.stage.slot() != Stage.Slot.PAST) {
            found.put(id, row);
          }
        });
    return found;
  }

  private static Scope scope(SearchPlan plan, RecordKind kind) {
    Scope scope = plan.scopes().get(kind);
    if (scope == null) {
      throw new IllegalStateException("a hit of a kind that was not searched");
    }
    return scope;
  }
}
