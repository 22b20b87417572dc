package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.outbox.Outbox;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.Problem;
import org.heliograph.shared.Stage;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Saves batches of drafts by business key (organisation and code): new ones are inserted, changed
 * ones replace the draft in work or become a correction beside the public revision, unchanged ones
 * are left alone. One batch is one transaction with one audit entry.
 */
@ApplicationScoped
public class DraftWriter {
  private final Database database;
  private final AuditTrail audit;
  private final Outbox outbox;
  private final Clock clock;

  public DraftWriter(Database database, AuditTrail audit, Outbox outbox, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * One draft of a batch.
   *
   * @param publish whether it goes public at once (the operator's initial load only)
   * @param publishedAt when it went public elsewhere before; null: now
   */
  public record Draft<E extends PublicRecord>(
      E row, boolean publish, @Nullable Instant publishedAt) {
    public Draft(E row, boolean publish) {
      this(row, publish, null);
    }
  }

  /** Whose drafts they are. */
  public enum Rule {
    /** The operator's, whose files may replace whatever is in work. */
    OPERATOR,
    /** An editor's, who may change by a file what they may change by hand. */
    EDITOR
  }

  /**
   * A row that its record's stage does not allow.
   *
   * @param index place in the batch
   */
  public record Refused(int index, String field, String reason) {}

  /** How many rows were written and how many were already there with the same content. */
  public record Saved(int written, int unchanged, List<Refused> refused) {
    public Saved {
      refused = List.copyOf(refused);
    }
  }

  private record Key(String organisation, String code) {}

  private static final class Known<E> {
    @Nullable E published;
    @Nullable E work;
    int lastRevision;
  }

  /**
   * Saves a batch in which no business key occurs twice; {@code extra} runs in the same transaction
   * (an importer notes its progress there).
   */
  public <E extends PublicRecord> Saved save(
      RecordType<E> type,
      List<Draft<E>> drafts,
      Authority authority,
      BiConsumer<StatelessSession, Saved> extra) {
    return save(type, drafts, authority, Rule.OPERATOR, extra);
  }

  /** The same under a rule; what it does not allow is told, and the others are saved. */
  public <E extends PublicRecord> Saved save(
      RecordType<E> type,
      List<Draft<E>> drafts,
      Authority authority,
      Rule rule,
      BiConsumer<StatelessSession, Saved> extra) {
    return database.write(session -> {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      var batch = new Batch<E>(type, authority.actor(), rule, now, known(session, type, drafts));
      for (int i = 0; i < drafts.size(); i++) {
        batch.add(i, drafts.get(i));
      }
      batch.write(session);
      var saved =
          new Saved(batch.inserts.size() + batch.updates.size(), batch.unchanged, batch.refused);
      extra.accept(session, saved);
      if (!batch.touched.isEmpty()) {
        outbox.add(session, type.kind(), batch.touched, batch.narrowing);
        RecordWriter.scheduleEdges(session, outbox, type, batch.published, now);
        // last: the chain's head is locked from here to the end
        audit.append(
            session,
            Event.ofBatch(
                type.kind(), "IMPORT", Map.of("written", saved.written()), batch.written()),
            authority);
      }
      return saved;
    });
  }

  private static <E extends PublicRecord> Map<Key, Known<E>> known(
      StatelessSession session, RecordType<E> type, List<Draft<E>> drafts) {
    var where =
        new SqlText()
            .among("t.code", drafts.stream().map(draft -> draft.row().code).distinct().toList());
    var known = new HashMap<Key, Known<E>>();
    for (E row : RecordStore.select(session, type, where, " for update")) {
      Known<E> entry =
          known.computeIfAbsent(new Key(row.organisation, row.code), key -> new Known<>());
      entry.lastRevision = Math.max(entry.lastRevision, row.revision);
      if (row.stage.slot() == Stage.Slot.PUBLIC) {
        entry.published = row;
      } else if (row.stage.slot() == Stage.Slot.WORK) {
        entry.work = row;
      }
    }
    return known;
  }

  /** Sorts drafts into inserts and updates before anything is written. */
  private static final class Batch<E extends PublicRecord> {
    private final RecordType<E> type;
    private final String actor;
    private final Rule rule;
    private final Instant now;
    private final Map<Key, Known<E>> known;
    private final List<Refused> refused = new ArrayList<>();
    private final List<E> superseded = new ArrayList<>();
    private final List<E> inserts = new ArrayList<>();
    private final List<E> updates = new ArrayList<>();
    private final List<E> published = new ArrayList<>();
    private final List<Long> touched = new ArrayList<>();
    private boolean narrowing;
    private int unchanged;

    Batch(RecordType<E> type, String actor, Rule rule, Instant now, Map<Key, Known<E>> known) {
      this.type = type;
      this.actor = actor;
      this.rule = rule;
      this.now = now;
      this.known = known;
    }

    void add(int index, Draft<E> draft) {
      E row = draft.row();
      Known<E> before =
          known.computeIfAbsent(new Key(row.organisation, row.code), key -> new Known<>());
      E newest = before.work != null ? before.work : before.published;
      boolean already = newest != null && newest.contentHash.equals(row.contentHash);
      if (already && (!draft.publish() || before.work == null)) {
        unchanged++;
        return;
      }
      Refused refusal =
          rule == Rule.OPERATOR
              ? null
              : EditorRule.refusal(index, row, before.published, before.work, before.lastRevision);
      if (refusal != null) {
        refused.add(refusal);
        return;
      }
      if (before.work != null) {
        row.replaceDraft(before.work);
        updates.add(row);
      } else if (before.published != null) {
        row.correct(before.published, 0, before.lastRevision + 1);
        inserts.add(row);
      } else {
        inserts.add(row);
      }
      if (draft.publish()) {
        if (before.published != null) {
          if (before.published.stage == Stage.WITHDRAWN) {
            throw Problem.conflict(
                "a record of this code was withdrawn: bring it as a draft, or under a new code");
          }
          before.published.supersede(now, actor);
          superseded.add(before.published);
          narrowing |= row.audience.compareTo(before.published.audience) > 0;
        }
        Instant publishedAt = draft.publishedAt();
        row.publish(publishedAt == null ? now : publishedAt, now, actor);
        published.add(row);
        before.published = row;
        before.work = null;
      } else {
        before.work = row;
      }
      before.lastRevision = Math.max(before.lastRevision, row.revision);
    }

    void write(StatelessSession session) {
      new RevisionRows<>(type).write(session, superseded, inserts, updates);
      written().forEach(row -> touched.add(row.recordId));
      touched.sort(null);
    }

    private List<E> written() {
      return Stream.concat(inserts.stream(), updates.stream()).toList();
    }
  }
}
