package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Saved searches and how their owners want to be told. Each is read and deleted under its account.
 */
@ApplicationScoped
public class SavedSearches {
  private static final String SHOWN =
      "select s.id, s.name, s.definition, s.created_at, w.url, w.state, w.failure, d.rhythm, d.email, d.due_at"
          + " from saved_search s left join webhook w on w.saved_search = s.id left join digest d on d.saved_search = s.id where s.account = ";

  private final Database database;

  public SavedSearches(Database database) {
    this.database = database;
  }

  /**
   * A webhook that is asked for.
   *
   * @param secret signs what is sent to it
   */
  public record NewWebhook(String url, byte[] secret) {}

  /**
   * Letters that are asked for.
   *
   * @param unsubscribe unguessable
   */
  public record NewDigest(String rhythm, String email, String unsubscribe, Instant due) {}

  /** What is to be kept; either way of being told may be absent. */
  public record NewSearch(
      String account,
      String name,
      String definition,
      @Nullable NewWebhook webhook,
      @Nullable NewDigest digest) {}

  /** A webhook as its owner sees it. */
  public record KeptWebhook(String url, String state, @Nullable String failure) {}

  /** Letters as their reader sees them. */
  public record KeptDigest(String rhythm, String email, Instant due) {}

  /** A saved search as its owner sees it. */
  public record Kept(
      UUID id,
      String name,
      String definition,
      Instant createdAt,
      @Nullable KeptWebhook webhook,
      @Nullable KeptDigest digest) {}

  /** A saved search that somebody is told by. */
  public record Followed(
      UUID id, String definition, Instant createdAt, boolean webhook, boolean digest) {}

  /** Keeps a search; empty where the account has as many as it may have. */
  public Optional<Kept> add(NewSearch wanted, int most) {
    return database.write(session -> {
      // two requests of one account must not both find the last place free
      session
          .createNativeQuery(
              "select cast(pg_advisory_xact_lock(hashtextextended(:name, 8)) as text)",
              String.class)
          .setParameter("name", wanted.account())
          .getSingleResult();
      var count = new SqlText().add("select count(*) from saved_search where account = ");
      count.bind(wanted.account());
      if (Queries.list(session, count, row -> row.getLong(1)).getFirst() >= most) {
        return Optional.empty();
      }
      UUID id = insert(session, wanted);
      return of(session, wanted.account(), id).stream().findFirst();
    });
  }

  private static UUID insert(StatelessSession session, NewSearch wanted) {
    var sql = new SqlText().add("insert into saved_search(account, name, definition) values (");
    sql.bind(wanted.account()).add(", ").bind(wanted.name()).add(", ").bind(wanted.definition());
    UUID id =
        Queries.list(session, sql.add(") returning id"), row -> row.getObject(1, UUID.class))
            .getFirst();
    NewWebhook webhook = wanted.webhook();
    if (webhook != null) {
      session
          .createNativeMutationQuery(
              "insert into webhook(saved_search, url, secret) values (:id, :url, :secret)")
          .setParameter("id", id)
          .setParameter("url", webhook.url())
          .setParameter("secret", webhook.secret())
          .executeUpdate();
    }
    NewDigest digest = wanted.digest();
    if (digest != null) {
      session
          .createNativeMutationQuery(
              "insert into digest(saved_search, rhythm, email, unsubscribe, due_at)"
                  + " values (:id, :rhythm, :email, :unsubscribe, :due)")
          .setParameter("id", id)
          .setParameter("rhythm", digest.rhythm())
          .setParameter("email", digest.email())
          .setParameter("unsubscribe", digest.unsubscribe())
          .setParameter("due", digest.due(), Instant.class)
          .executeUpdate();
    }
    return id;
  }

  /** Those of an account, oldest first. */
  public List<Kept> of(String account) {
    return database.read(session -> of(session, account, null));
  }

  private static List<Kept> of(StatelessSession session, String account, @Nullable UUID id) {
    var sql = new SqlText().add(SHOWN).bind(account);
    if (id != null) {
      sql.add(" and s.id = ").bind(id);
    }
    return Queries.list(session, sql.add(" order by s.created_at, s.id"), SavedSearches::kept);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    String url = row.getString(5);
    String rhythm = row.getString(8);
    return new Kept(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        instant(row, 4),
        url == null ? null : new KeptWebhook(url, row.getString(6), row.getString(7)),
        rhythm == null ? null : new KeptDigest(rhythm, row.getString(9), instant(row, 10)));
  }

  /** Deletes one with all that is kept for it; empty where the account has none of that id. */
  public Optional<Kept> delete(String account, UUID id) {
    return database.write(session -> {
      Optional<Kept> found = of(session, account, id).stream().findFirst();
      if (found.isPresent()) {
        session
            .createNativeMutationQuery(
                "delete from saved_search where account = :account and id = :id")
            .setParameter("account", account)
            .setParameter("id", id)
            .executeUpdate();
      }
      return found;
    });
  }

  /** Ends letters and forgets their address; nothing tells whether there were any. */
  public void unsubscribe(String token) {
    database.write(session -> {
      session
          .createNativeMutationQuery(
              "delete from delivery where channel = 'DIGEST' and saved_search in (select saved_search from digest where unsubscribe = :token)")
          .setParameter("token", token)
          .executeUpdate();
      return session
          .createNativeMutationQuery("delete from digest where unsubscribe = :token")
          .setParameter("token", token)
          .executeUpdate();
    });
  }

  /** All that somebody is told by. */
  public List<Followed> followed() {
    var sql =
        new SqlText()
            .add("select s.id, s.definition, s.created_at, w.saved_search is not null,")
            .add(" d.saved_search is not null from saved_search s")
            .add(" left join webhook w on w.saved_search = s.id and w.state <> 'DISABLED'")
            .add(" left join digest d on d.saved_search = s.id")
            .add(" where w.saved_search is not null or d.saved_search is not null");
    return database.read(session ->
        Queries.list(
            session,
            sql,
            row ->
                new Followed(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    instant(row, 3),
                    row.getBoolean(4),
                    row.getBoolean(5))));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
