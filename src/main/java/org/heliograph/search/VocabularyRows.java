package org.heliograph.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.heliograph.audit.Authority;
import org.heliograph.search.Vocabulary.Entry;
import org.heliograph.search.Vocabulary.Sort;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary and the history of its changes, in the database. Each change is one transaction.
 */
@ApplicationScoped
public class VocabularyRows {
  private static final String UNIQUE = "23505";
  private static final String CHANGE =
      "insert into vocabulary_change (actor, request_id, address_class, reason, added, entry_id, sort, words, kind, code)"
          + " select ?, ?, ?, ?, ?, id, sort, words, kind, code from vocabulary_entry where id = ?";

  private final DataSource database;

  VocabularyRows(DataSource database) {
    this.database = database;
  }

  /** A change as it was made. */
  public record Change(Instant at, String actor, String reason, boolean added, Entry entry) {}

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      if (UNIQUE.equals(e.getSQLState())) {
        throw Problem.conflict("the vocabulary has this entry already");
      }
      throw Problem.unavailable(
          "the database cannot be reached at the moment: try again in a few seconds");
    }
  }

  /** Raised by every change. */
  long version() {
    return run(connection -> {
      try (PreparedStatement statement =
              connection.prepareStatement("select coalesce(max(id), 0) from vocabulary_change");
          ResultSet found = statement.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    });
  }

  /** All of it, in the order in which it was told. */
  public Vocabulary read() {
    return run(connection -> {
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "select id, sort, words, kind, code from vocabulary_entry order by id");
          ResultSet found = statement.executeQuery()) {
        var entries = new ArrayList<Entry>();
        while (found.next()) {
          entries.add(entry(found));
        }
        return new Vocabulary(entries);
      }
    });
  }

  /** The latest changes, latest first. */
  public List<Change> changes(int most) {
    return run(connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "select entry_id as id, sort, words, kind, code, at, actor, reason, added from vocabulary_change c order by c.id desc limit ?")) {
        statement.setInt(1, most);
        try (ResultSet found = statement.executeQuery()) {
          var changes = new ArrayList<Change>();
          while (found.next()) {
            changes.add(
                new Change(
                    found.getObject("at", OffsetDateTime.class).toInstant(),
                    found.getString("actor"),
                    found.getString("reason"),
                    found.getBoolean("added"),
                    entry(found)));
          }
          return changes;
        }
      }
    });
  }

  /**
   * Keeps an entry.
   *
   * @throws Problem CONFLICT when it is there already
   */
  public Entry add(Entry entry, Authority authority) {
    return run(connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "insert into vocabulary_entry (sort, words, kind, code) values (?, ?, ?, ?) returning id, sort, words, kind, code")) {
        RecordKind kind = entry.kind();
        statement.setString(1, entry.sort().name());
        statement.setArray(2, connection.createArrayOf("text", entry.words().toArray()));
        statement.setString(3, kind == null ? null : kind.name());
        statement.setString(4, entry.code());
        try (ResultSet made = statement.executeQuery()) {
          made.next();
          Entry kept = entry(made);
          tell(connection, made.getLong("id"), true, authority);
          return kept;
        }
      }
    });
  }

  /** Takes an entry away; empty when there is none of that id. */
  public Optional<Entry> remove(long id, Authority authority) {
    return run(connection -> {
      tell(connection, id, false, authority);
      try (PreparedStatement statement =
          connection.prepareStatement(
              "delete from vocabulary_entry where id = ? returning id, sort, words, kind, code")) {
        statement.setLong(1, id);
        try (ResultSet gone = statement.executeQuery()) {
          return gone.next() ? Optional.of(entry(gone)) : Optional.empty();
        }
      }
    });
  }

  private static void tell(Connection connection, long id, boolean added, Authority authority)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHANGE)) {
      statement.setString(1, authority.actor());
      statement.setString(2, authority.request());
      statement.setString(3, authority.address());
      statement.setString(4, authority.reason());
      statement.setBoolean(5, added);
      statement.setLong(6, id);
      statement.executeUpdate();
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    @Nullable String kind = row.getString("kind");
    return new Entry(
        row.getLong("id"),
        Sort.valueOf(row.getString("sort")),
        List.of((String[]) row.getArray("words").getArray()),
        kind == null ? null : RecordKind.valueOf(kind),
        row.getString("code"));
  }
}
