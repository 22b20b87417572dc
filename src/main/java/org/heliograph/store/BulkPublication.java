package org.heliograph.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.Stage;
import org.heliograph.workflow.Refusal;
import org.hibernate.StatelessSession;

/** A batch of an imported list goes public: first it is asked of each row, then room is made. */
final class BulkPublication<E extends PublicRecord> {
  private final StatelessSession session;
  private final RecordType<E> type;
  private final RunningJob job;
  private final Map<Long, E> published = new HashMap<>();
  private final Settlement<E> settlement;
  private final TreeSet<String> rules = new TreeSet<>();

  BulkPublication(StatelessSession session, RecordType<E> type, RunningJob job, List<E> rows) {
    this.session = session;
    this.type = type;
    this.job = job;
    settlement = Settlement.of(session, type, rows, job.now());
    var corrections =
        rows.stream().filter(row -> row.revision > 1).map(row -> row.recordId).toList();
    if (!corrections.isEmpty()) {
      var where = new SqlText().add("t.slot = 'PUBLIC' and ").among("t.record_id", corrections);
      RecordStore.select(session, type, where, " for update")
          .forEach(row -> published.put(row.recordId, row));
    }
  }

  /** Why a row cannot go public, whatever its own stage. */
  Optional<Refusal> refusal(E row) {
    E old = published.get(row.recordId);
    return old != null && old.stage == Stage.WITHDRAWN
        ? Optional.of(Publication.WITHDRAWN_MEANWHILE)
        : settlement.refusal(row);
  }

  /** Settles what goes public and makes room for it; whether somebody sees less by one of them. */
  boolean makeRoom(List<E> taken) {
    boolean narrowing = false;
    var superseded = new ArrayList<E>();
    for (E row : taken) {
      Object rule = settlement.settle(row).get("expiryRule");
      if (rule != null) {
        rules.add(rule.toString());
      }
      E old = published.get(row.recordId);
      if (old != null) {
        narrowing |= Publication.narrows(row, old, job.now());
        type.takeOver(row, old);
        old.supersede(job.now(), job.actor());
        superseded.add(old);
      }
    }
    if (!superseded.isEmpty()) {
      session.updateMultiple(superseded);
    }
    return narrowing;
  }

  /** Has followers told of what went public. */
  void tell(List<E> taken) {
    var corrections = taken.stream().collect(Collectors.partitioningBy(this::isCorrection));
    corrections.forEach((correction, rows) ->
        ChangeLog.opened(
            session, correction ? ChangeKind.CORRECTED : ChangeKind.PUBLISHED, rows, job.now()));
  }

  private boolean isCorrection(E row) {
    return published.containsKey(row.recordId);
  }

  /** The rules by which windows were settled, for the trail. */
  Map<String, Object> told() {
    return rules.isEmpty() ? Map.of() : Map.of("expiryRules", List.copyOf(rules));
  }
}
