package org.heliograph.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.Publicised;
import org.heliograph.record.RecordType;
import org.heliograph.shared.China;
import org.heliograph.shared.OpenEnd;
import org.heliograph.store.ExpiryRules.Window;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * What publication settles of revisions: when they stop being shown by the rules of expiry, and
 * until when they stand open to objections. Asked before the revisions that they replace make room.
 */
final class Settlement<E extends PublicRecord> {
  private final StatelessSession session;
  private final RecordType<E> type;
  private final Instant since;
  private final ExpiryRules rules;
  private final Map<Long, Instant> firstShown;
  private final Map<Long, E> published;
  private final Map<WorkingDays, LocalDate> counted = new HashMap<>();

  private record WorkingDays(LocalDate start, int days) {}

  private Settlement(
      StatelessSession session, RecordType<E> type, Collection<E> rows, Instant since) {
    this.session = session;
    this.type = type;
    this.since = since;
    rules = ExpiryRules.of(session, type, rows);
    var corrections =
        rows.stream().filter(row -> row.revision > 1).map(row -> row.recordId).toList();
    firstShown =
        corrections.isEmpty() || rules.isEmpty()
            ? new HashMap<>()
            : firstShown(session, type, corrections);
    published =
        corrections.isEmpty() || !Publicised.class.isAssignableFrom(type.entity())
            ? new HashMap<>()
            : published(session, type, corrections);
  }

  /**
   * @param since when the revisions count as published
   */
  static <E extends PublicRecord> Settlement<E> of(
      StatelessSession session, RecordType<E> type, Collection<E> rows, Instant since) {
    return new Settlement<>(session, type, rows, since);
  }

  /** When the public first saw these records: a correction does not begin anew. */
  static Map<Long, Instant> firstShown(
      StatelessSession session, RecordType<?> type, Collection<Long> recordIds) {
    var sql =
        new SqlText().add("select t.record_id, min(greatest(t.published_at, t.visible_from))");
    sql.add(" from ").add(type.kind().table()).add(" t where ").among("t.record_id", recordIds);
    sql.add(" and (t.slot = 'PUBLIC' or t.slot = 'PAST') and t.published_at < ");
    sql.bind(OpenEnd.INSTANT).add(" and t.visible_from < ").bind(OpenEnd.INSTANT);
    sql.add(" group by t.record_id");
    var found = new HashMap<Long, Instant>();
    Queries.list(
        session,
        sql,
        row -> found.put(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()));
    return found;
  }

  private static <E extends PublicRecord> Map<Long, E> published(
      StatelessSession session, RecordType<E> type, List<Long> recordIds) {
    var where = new SqlText().among("t.record_id", recordIds).add(" and t.slot = 'PUBLIC'");
    var found = new HashMap<Long, E>();
    RecordStore.select(session, type, where, "").forEach(row -> found.put(row.recordId, row));
    return found;
  }

  /** Why a revision cannot go public: its editor wants it shown for longer than a rule allows. */
  Optional<Refusal> refusal(E row) {
    return row.visibleUntil.equals(OpenEnd.INSTANT)
        ? Optional.empty()
        : window(row)
            .filter(window -> window.until().isBefore(row.visibleUntil))
            .map(window ->
                Refusal.at(
                    Code.WINDOW_TOO_LONG,
                    "input.visibleUntil",
                    "the rule %s shows this record until %s: give an earlier time, or none"
                        .formatted(window.rule().code, window.until())));
  }

  /**
   * Settles a revision that goes public, and tells the trail what was settled.
   *
   * @return for the detail of the audit entry; empty where nothing was to be settled
   */
  Map<String, Object> settle(E row) {
    var told = new HashMap<String, Object>();
    window(row)
        .ifPresent(window -> {
          told.put("expiryRule", window.rule().code);
          if (window.until().isBefore(row.visibleUntil)) {
            row.closeAt(window.until());
          }
          told.put("visibleUntil", row.visibleUntil.toString());
        });
    if (row instanceof Publicised announced) {
      open(announced);
      if (announced.publicityUntil != null) {
        told.put("objectionsUntil", announced.publicityUntil.toString());
      }
    }
    return told;
  }

  private void open(Publicised row) {
    Integer days = row.publicityDays;
    if (days == null && row.publicityUntil == null) {
      return;
    }
    if (published.get(row.recordId) instanceof Publicised before
        && row.goesOn(before)
        && before.publicityFrom != null
        && before.publicityUntil != null) {
      row.open(before.publicityFrom, before.publicityUntil);
      return;
    }
    LocalDate today = day(opening(row));
    LocalDate given = row.publicityFrom;
    LocalDate from = given == null || days != null && given.isBefore(today) ? today : given;
    LocalDate until = row.publicityUntil;
    if (days != null) {
      until = counted.computeIfAbsent(new WorkingDays(from, days), this::count);
    }
    if (until != null) {
      row.open(from, until);
    }
  }

  private LocalDate count(WorkingDays period) {
    return WorkingCalendar.after(session, period.start(), period.days());
  }

  private Optional<Window> window(E row) {
    return rules.isEmpty() ? Optional.empty() : rules.window(type, row, day(shown(row)));
  }

  private Instant shown(E row) {
    @Nullable Instant first = firstShown.get(row.recordId);
    return first == null ? opening(row) : first;
  }

  private Instant opening(PublicRecord row) {
    return row.visibleFrom.equals(OpenEnd.INSTANT) || row.visibleFrom.isBefore(since)
        ? since
        : row.visibleFrom;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, China.ZONE);
  }
}
