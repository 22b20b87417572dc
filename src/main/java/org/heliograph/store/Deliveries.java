package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heliograph.record.Telling;
import org.heliograph.shared.Channel;
import org.heliograph.shared.RecordKind;
import org.hibernate.StatelessSession;

/**
 * What followers are still to be told. A lease has one pod at a time work for a follower; what a
 * pod that died held is taken up by another when the lease ends.
 */
@ApplicationScoped
public class Deliveries {
  private final Database database;

  public Deliveries(Database database) {
    this.database = database;
  }

  /**
   * One delivery.
   *
   * @param id the same however often it is tried
   */
  public record Delivery(UUID id, UUID savedSearch, Telling telling) {}

  /** A webhook that has something to be done, held by this pod for a while. */
  public record Webhook(
      UUID savedSearch, String url, byte[] secret, boolean verified, int failures) {}

  /** A letter that is due, held by this pod for a while. */
  public record Letter(
      UUID savedSearch, String name, String rhythm, String email, String unsubscribe) {}

  /** Takes hold of the webhook that has waited longest. */
  public Optional<Webhook> claimWebhook(Duration lease) {
    var sql =
        new SqlText()
            .add("update webhook set leased_until = now() + ")
            .bind((double) lease.toMillis())
            .add(" * interval '1 millisecond' where saved_search = (select saved_search")
            .add(" from webhook where due_at <= now() and state <> 'DISABLED'")
            .add(" and (leased_until is null or leased_until < now())")
            .add(" order by due_at limit 1 for update skip locked)")
            .add(" returning saved_search, url, secret, state = 'ACTIVE', failures");
    return database.write(session ->
        Queries.list(
                session,
                sql,
                row ->
                    new Webhook(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBytes(3),
                        row.getBoolean(4),
                        row.getInt(5)))
            .stream()
            .findFirst());
  }

  /** Takes hold of the letter that is due first. */
  public Optional<Letter> claimLetter(Duration lease) {
    var sql =
        new SqlText()
            .add("update digest d set leased_until = now() + ")
            .bind((double) lease.toMillis())
            .add(" * interval '1 millisecond' from saved_search s where s.id = d.saved_search")
            .add(" and d.saved_search = (select saved_search from digest where due_at <= now()")
            .add(" and (leased_until is null or leased_until < now())")
            .add(" order by due_at limit 1 for update skip locked)")
            .add(" returning s.id, s.name, d.rhythm, d.email, d.unsubscribe");
    return database.write(session ->
        Queries.list(
                session,
                sql,
                row ->
                    new Letter(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
            .stream()
            .findFirst());
  }

  /** The next deliveries of a follower, in order. */
  public List<Delivery> next(UUID savedSearch, Channel channel, int most) {
    var sql = new SqlText().add("select id, entry, kind, change, record_ids, at from delivery");
    sql.add(" where saved_search = ").bind(savedSearch).add(" and channel = ");
    sql.bind(channel.name()).add(" order by number limit " + most);
    return database.read(session ->
        Queries.list(
            session,
            sql,
            row ->
                new Delivery(
                    row.getObject(1, UUID.class), savedSearch, ChangeIntake.telling(row, 2))));
  }

  /** Notes, before it is sent, of which records a follower is told. */
  public void tell(UUID savedSearch, Channel channel, RecordKind kind, Collection<Long> records) {
    database.write(session ->
        session
            .createNativeMutationQuery(
                "insert into told_record(saved_search, channel, kind, record_id)"
                    + " select s.id, :channel, :kind, r from saved_search s, unnest(cast(:records as bigint[])) r where s.id = :search"
                    + " on conflict (saved_search, channel, kind, record_id) do update set at = now()")
            .setParameter("search", savedSearch)
            .setParameter("channel", channel.name())
            .setParameter("kind", kind.name())
            .setParameter("records", records.toArray(Long[]::new))
            .executeUpdate());
  }

  /** Of which of these records a follower has been told. */
  public Set<Long> told(
      UUID savedSearch, Channel channel, RecordKind kind, Collection<Long> records) {
    var sql = new SqlText().add("select record_id from told_record where saved_search = ");
    sql.bind(savedSearch).add(" and channel = ").bind(channel.name()).add(" and kind = ");
    sql.bind(kind.name()).add(" and ").among("record_id", records);
    return database.read(
        session -> new HashSet<>(Queries.list(session, sql, row -> row.getLong(1))));
  }

  /** The webhook answered its handshake, or took a delivery; it has no failures any more. */
  public void succeeded(UUID savedSearch, Collection<UUID> done, Duration lease) {
    database.write(session -> {
      lock(session, savedSearch);
      delete(session, done);
      return session
          .createNativeMutationQuery(
              "update webhook set state = 'ACTIVE', failure = null, failures = 0, failing_since = null, due_at = now(),"
                  + " leased_until = now() + cast(:lease as double precision) * interval '1 millisecond' where saved_search = :search and state <> 'DISABLED'")
          .setParameter("search", savedSearch)
          .setParameter("lease", (double) lease.toMillis())
          .executeUpdate();
    });
  }

  /** Lets go of a webhook; it is due again when something waits for it. */
  public void release(UUID savedSearch) {
    database.write(session -> {
      // a delivery that is added meanwhile waits for this lock and then sets the time itself
      lock(session, savedSearch);
      return session
          .createNativeMutationQuery(
              "update webhook set leased_until = null, due_at = case when state = 'ACTIVE' and not exists"
                  + " (select 1 from delivery d where d.saved_search = webhook.saved_search and d.channel = 'WEBHOOK') then null else due_at end"
                  + " where saved_search = :search")
          .setParameter("search", savedSearch)
          .executeUpdate();
    });
  }

  /**
   * What a webhook failed by.
   *
   * @param why coarse
   * @param pause before the next attempt
   * @param given deliveries that are not tried again
   * @param patience a webhook that has failed for longer is disabled
   */
  public record Failure(String why, Duration pause, Collection<UUID> given, Duration patience) {}

  /** Notes a failure and lets go of the webhook; what waits for a disabled one is forgotten. */
  public void failed(UUID savedSearch, Failure failure, int mostWaiting) {
    database.write(session -> {
      lock(session, savedSearch);
      delete(session, failure.given());
      session
          .createNativeMutationQuery(
              "update webhook w set failures = failures + 1, failure = :why, leased_until = null,"
                  + " failing_since = coalesce(failing_since, now()),"
                  + " due_at = now() + cast(:pause as double precision) * interval '1 millisecond',"
                  + " state = case when failing_since < now() - cast(:patience as double precision) * interval '1 millisecond'"
                  + " or (select count(*) from delivery d where d.saved_search = w.saved_search and d.channel = 'WEBHOOK') > :most"
                  + " then 'DISABLED' else state end where saved_search = :search")
          .setParameter("why", failure.why())
          .setParameter("pause", (double) failure.pause().toMillis())
          .setParameter("patience", (double) failure.patience().toMillis())
          .setParameter("most", mostWaiting)
          .setParameter("search", savedSearch)
          .executeUpdate();
      session
          .createNativeMutationQuery(
              "update webhook set due_at = null where saved_search = :search and state = 'DISABLED'")
          .setParameter("search", savedSearch)
          .executeUpdate();
      return session
          .createNativeMutationQuery(
              "delete from delivery where channel = 'WEBHOOK' and saved_search in"
                  + " (select saved_search from webhook where saved_search = :search and state = 'DISABLED')")
          .setParameter("search", savedSearch)
          .executeUpdate();
    });
  }

  /**
   * A letter was sent, or was not and is tried again: when the next one is due.
   *
   * @param done what it told, or what is not to be told any more
   */
  public void settleLetter(UUID savedSearch, Collection<UUID> done, Duration next) {
    database.write(session -> {
      delete(session, done);
      return session
          .createNativeMutationQuery(
              "update digest set leased_until = null,"
                  + " due_at = now() + cast(:next as double precision) * interval '1 millisecond' where saved_search = :search")
          .setParameter("next", (double) next.toMillis())
          .setParameter("search", savedSearch)
          .executeUpdate();
    });
  }

  private static void lock(StatelessSession session, UUID savedSearch) {
    var sql = new SqlText().add("select 1 from webhook where saved_search = ").bind(savedSearch);
    Queries.list(session, sql.add(" for update"), row -> row.getInt(1));
  }

  private static void delete(StatelessSession session, Collection<UUID> done) {
    if (!done.isEmpty()) {
      session
          .createNativeMutationQuery("delete from delivery where id = any(:ids)")
          .setParameter("ids", done.toArray(UUID[]::new))
          .executeUpdate();
    }
  }
}
