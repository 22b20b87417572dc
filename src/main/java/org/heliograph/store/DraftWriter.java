package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.outbox.Outbox;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.ChangeKind;
import org.heliograph.visibility.Role;
import org.heliograph.visibility.Viewer;
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
      var batch =
          new DraftBatch<>(
              type, authority.actor(), rule, now, DraftBatch.known(session, type, drafts));
      var named =
          rule == Rule.OPERATOR
              ? Mentions.<E>unasked(type)
              : Mentions.of(
                  session, type, drafts.stream().map(Draft::row).toList(), author(authority, now));
      for (int i = 0; i < drafts.size(); i++) {
        batch.add(i, drafts.get(i), named);
      }
      var rules = batch.settle(session);
      batch.write(session);
      var saved =
          new Saved(batch.inserts.size() + batch.updates.size(), batch.unchanged, batch.refused);
      extra.accept(session, saved);
      if (!batch.touched.isEmpty()) {
        outbox.add(session, type.kind(), batch.touched, batch.narrowing);
        RecordWriter.scheduleEdges(session, outbox, type, batch.published, now);
        ChangeLog.opened(session, ChangeKind.PUBLISHED, batch.firsts(), now);
        ChangeLog.opened(session, ChangeKind.CORRECTED, batch.corrections(), now);
        // last: the chain's head is locked from here to the end
        audit.append(
            session,
            Event.ofBatch(
                type.kind(),
                "IMPORT",
                rules.isEmpty()
                    ? Map.of("written", saved.written())
                    : Map.of("written", saved.written(), "expiryRules", List.copyOf(rules)),
                batch.written()),
            authority);
      }
      return saved;
    });
  }

  /** Whoever brings a list sees what an account of that one role in that organisation sees. */
  private static Viewer author(Authority authority, Instant now) {
    String organisation = authority.organisation();
    return new Viewer(
        authority.actor(),
        Set.of(Role.valueOf(authority.role())),
        organisation == null ? Set.of() : Set.of(organisation),
        Set.of(),
        now);
  }
}
