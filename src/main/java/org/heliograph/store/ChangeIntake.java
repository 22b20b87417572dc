package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.record.RecordChange;
import org.heliograph.record.Telling;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.Channel;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.ChangeReader.Position;
import org.hibernate.StatelessSession;

/**
 * Takes changes from the log into a queue that all pods share, and from there into deliveries. Each
 * step is one transaction, so that a pod that dies loses nothing; one pod at a time does it.
 */
@ApplicationScoped
public class ChangeIntake {
  private static final int MOST = 100;
  private final Database database;
  private final ChangeReader reader;

  public ChangeIntake(Database database, ChangeReader reader) {
    this.database = database;
    this.reader = reader;
  }

  /** A change in the queue. */
  public record Waiting(long number, Telling telling) {}

  /** What a follower is to be told. */
  public record Owed(UUID savedSearch, Channel channel, Telling telling) {}

  /** Queues what has happened since the last time; nothing is missed over restarts. */
  public void take() {
    Optional<Position> before = database.read(ChangeIntake::position);
    if (before.isEmpty()) {
      Position end = reader.end();
      database.write(session -> move(session, end));
      return;
    }
    var look = reader.since(before.get());
    var entries = new LinkedHashMap<UUID, List<RecordChange>>();
    look.changes()
        .forEach(
            each -> entries.computeIfAbsent(each.entry(), entry -> new ArrayList<>()).add(each));
    database.write(session -> {
      entries.values().forEach(changes -> queue(session, changes));
      return move(session, look.next());
    });
  }

  private static Optional<Position> position(StatelessSession session) {
    var sql = new SqlText().add("select settled, looked, returned from change_position");
    return Queries.list(
            session,
            sql,
            row ->
                new Position(
                    row.getString(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    new HashSet<>(longs(row, 3))))
        .stream()
        .findFirst();
  }

  private static int move(StatelessSession session, Position next) {
    return session
        .createNativeMutationQuery(
            "insert into change_position(settled, looked, returned) values (:settled, :looked, :returned)"
                + " on conflict (one) do update set settled = excluded.settled, looked = excluded.looked, returned = excluded.returned")
        .setParameter("settled", next.settled())
        .setParameter("looked", next.looked(), Instant.class)
        .setParameter("returned", next.returned().toArray(Long[]::new))
        .executeUpdate();
  }

  private static void queue(StatelessSession session, List<RecordChange> changes) {
    RecordChange first = changes.getFirst();
    session
        .createNativeMutationQuery(
            "insert into change_to_match(entry, kind, change, record_ids, at)"
                + " values (:entry, :kind, :change, :records, :at)")
        .setParameter("entry", first.entry())
        .setParameter("kind", first.kind().name())
        .setParameter("change", first.change().name())
        .setParameter("records", changes.stream().map(RecordChange::recordId).toArray(Long[]::new))
        .setParameter("at", first.at(), Instant.class)
        .executeUpdate();
  }

  /** What may be looked at now, in order. */
  public List<Waiting> waiting() {
    var sql =
        new SqlText()
            .add("select number, entry, kind, change, record_ids, at from change_to_match")
            .add(" where due_at <= now() order by number limit " + MOST);
    return database.read(
        session -> Queries.list(session, sql, row -> new Waiting(row.getLong(1), telling(row, 2))));
  }

  /** A telling whose columns begin at this one. */
  static Telling telling(ResultSet row, int first) throws SQLException {
    return new Telling(
        row.getObject(first, UUID.class),
        RecordKind.valueOf(row.getString(first + 1)),
        ChangeKind.valueOf(row.getString(first + 2)),
        longs(row, first + 3),
        row.getObject(first + 4, OffsetDateTime.class).toInstant());
  }

  private static List<Long> longs(ResultSet row, int column) throws SQLException {
    return Arrays.asList((Long[]) row.getArray(column).getArray());
  }

  /**
   * Ends, or puts off, what was looked at, and notes who is to be told.
   *
   * @param left records that the index does not know yet
   */
  public void settle(Waiting waiting, List<Long> left, Collection<Owed> owed) {
    database.write(session -> {
      owed.forEach(each -> owe(session, each));
      if (left.isEmpty()) {
        return session
            .createNativeMutationQuery("delete from change_to_match where number = :number")
            .setParameter("number", waiting.number())
            .executeUpdate();
      }
      return session
          .createNativeMutationQuery(
              "update change_to_match set record_ids = :left, attempts = attempts + 1,"
                  + " due_at = now() + least(interval '200 milliseconds' * power(2, least(attempts, 10)), interval '1 minute')"
                  + " where number = :number")
          .setParameter("left", left.toArray(Long[]::new))
          .setParameter("number", waiting.number())
          .executeUpdate();
    });
  }

  private static void owe(StatelessSession session, Owed owed) {
    Telling telling = owed.telling();
    // whoever deleted the search meanwhile is told nothing
    int made =
        session
            .createNativeMutationQuery(
                "insert into delivery(saved_search, channel, entry, kind, change, record_ids, at)"
                    + " select s.id, :channel, :entry, :kind, :change, :records, :at from saved_search s where s.id = :search for key share")
            .setParameter("channel", owed.channel().name())
            .setParameter("entry", telling.entry())
            .setParameter("kind", telling.kind().name())
            .setParameter("change", telling.change().name())
            .setParameter("records", telling.records().toArray(Long[]::new))
            .setParameter("at", telling.at(), Instant.class)
            .setParameter("search", owed.savedSearch())
            .executeUpdate();
    if (made == 1 && owed.channel() == Channel.WEBHOOK) {
      session
          .createNativeMutationQuery(
              "update webhook set due_at = coalesce(due_at, now()) where saved_search = :search and state <> 'DISABLED'")
          .setParameter("search", owed.savedSearch())
          .executeUpdate();
    }
  }

  /** Who has been told of which of these records: they learn of the withdrawal. */
  public List<Owed> toldOf(Telling withdrawal) {
    var sql =
        new SqlText()
            .add("select saved_search, channel, array_agg(record_id order by record_id)")
            .add(" from told_record where kind = ")
            .bind(withdrawal.kind().name())
            .add(" and ")
            .among("record_id", withdrawal.records())
            .add(" group by saved_search, channel");
    return database.read(session ->
        Queries.list(
            session,
            sql,
            row ->
                new Owed(
                    row.getObject(1, UUID.class),
                    Channel.valueOf(row.getString(2)),
                    withdrawal.only(longs(row, 3)))));
  }

  /** Forgets what waits, and who was told of what, for longer than this. */
  public void prune(Duration waiting, Duration told) {
    database.write(session -> {
      session
          .createNativeMutationQuery(
              "delete from change_to_match where at < now() - cast(:keep as double precision) * interval '1 second'")
          .setParameter("keep", (double) waiting.toSeconds())
          .executeUpdate();
      return session
          .createNativeMutationQuery(
              "delete from told_record where at < now() - cast(:keep as double precision) * interval '1 second'")
          .setParameter("keep", (double) told.toSeconds())
          .executeUpdate();
    });
  }
}
