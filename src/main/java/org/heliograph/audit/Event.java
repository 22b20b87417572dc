package org.heliograph.audit;

import java.util.List;
import java.util.Map;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a record, or to a batch of them.
 *
 * @param chain whose chain the entry joins: the organisation's that owns the record, the common one
 *     (empty) for what concerns several
 * @param subject the record; null for a batch
 * @param detail what may have to be erased later: settings, counts, changed fields
 * @param batch the records of a batch, in order; empty for a single record
 */
public record Event(
    RecordKind kind,
    String chain,
    @Nullable PublicRecord subject,
    String transition,
    Map<String, Object> detail,
    List<PublicRecord> batch) {
  /** The chain of what concerns more than one organisation. */
  public static final String COMMON = "";

  public Event {
    batch = List.copyOf(batch);
  }

  public static Event of(PublicRecord row, String transition, Map<String, Object> detail) {
    return new Event(row.kind(), row.organisation, row, transition, detail, List.of());
  }

  /** One entry for many records, in the chain of their organisation where they have one. */
  public static Event ofBatch(
      RecordKind kind,
      String transition,
      Map<String, Object> detail,
      List<? extends PublicRecord> rows) {
    var owners = rows.stream().map(row -> row.organisation).distinct().limit(2).toList();
    String chain = owners.size() == 1 ? owners.getFirst() : COMMON;
    return new Event(kind, chain, null, transition, detail, List.copyOf(rows));
  }
}
