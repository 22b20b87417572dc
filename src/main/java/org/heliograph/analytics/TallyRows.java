package org.heliograph.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** Adds what pods let out to the days in the database. */
@ApplicationScoped
class TallyRows {
  private static final String SILENCED =
      " not exists (select 1 from search_silenced where digest = sha256(convert_to(?, 'UTF8')))";

  /** A row's check looks at what is inserted before it looks for a conflict: hence two ways. */
  private static final String ADD_ASKED =
      "update search_asked set asked = asked + ?, nothing = nothing + ?, median_ms = greatest(median_ms, ?), slow_ms = greatest(slow_ms, ?)"
          + " where day = ? and question = ? returning 1";

  private static final String NEW_ASKED =
      "insert into search_asked as a (asked, nothing, median_ms, slow_ms, day, question) select ?, ?, ?, ?, ?, ? where"
          + SILENCED
          + " on conflict (day, question) do update set asked = a.asked + excluded.asked, nothing = a.nothing + excluded.nothing,"
          + " median_ms = greatest(a.median_ms, excluded.median_ms), slow_ms = greatest(a.slow_ms, excluded.slow_ms)";

  private static final String OPENED =
      "insert into search_opened as o (opened, day, question, kind, record_id) select ?, ?, ?, ?, ? where"
          + SILENCED
          + " on conflict (day, question, kind, record_id) do update set opened = o.opened + excluded.opened";

  private final DataSource database;

  TallyRows(DataSource database) {
    this.database = database;
  }

  /** All of it or nothing. */
  void add(LocalDate day, List<Told> all) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        for (Told each : all) {
          switch (each) {
            case Told.Asked asked -> add(connection, day, asked);
            case Told.Opened opened -> add(connection, day, opened);
          }
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static void add(Connection connection, LocalDate day, Told.Asked asked)
      throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(ADD_ASKED)) {
      bind(add, day, asked);
      try (ResultSet done = add.executeQuery()) {
        if (done.next()) {
          return;
        }
      }
    }
    if (asked.asked() < Count.LEAST) {
      // its row was taken away since: what is left of the day is too little to begin it anew
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(NEW_ASKED)) {
      bind(insert, day, asked);
      insert.setString(7, asked.question());
      insert.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, LocalDate day, Told.Asked asked)
      throws SQLException {
    statement.setInt(1, asked.asked());
    statement.setInt(2, asked.nothing());
    number(statement, 3, asked.median());
    number(statement, 4, asked.slow());
    statement.setObject(5, day);
    statement.setString(6, asked.question());
  }

  private static void number(PreparedStatement statement, int at, @Nullable Integer value)
      throws SQLException {
    statement.setObject(at, value, java.sql.Types.INTEGER);
  }

  private static void add(Connection connection, LocalDate day, Told.Opened opened)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OPENED)) {
      statement.setInt(1, opened.opened());
      statement.setObject(2, day);
      statement.setString(3, opened.question());
      statement.setString(4, opened.kind().name());
      statement.setLong(5, opened.recordId());
      statement.setString(6, opened.question());
      statement.executeUpdate();
    }
  }

  /** Forgets the days before. */
  void forgetBefore(LocalDate day) throws SQLException {
    for (String table : List.of("search_asked", "search_opened")) {
      try (Connection connection = database.getConnection();
          PreparedStatement statement =
              connection.prepareStatement("delete from " + table + " where day < ?")) {
        statement.setObject(1, day);
        statement.executeUpdate();
      }
    }
  }

  /**
   * Takes a question out of every day and keeps it out.
   *
   * @return whether it stood in one
   */
  boolean silence(String question, String actor, String reason) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        run(
            connection,
            "insert into search_silenced (digest, actor, reason) values (sha256(convert_to(?, 'UTF8')), ?, ?) on conflict do nothing",
            question,
            actor,
            reason);
        int gone = run(connection, "delete from search_asked where question = ?", question);
        gone += run(connection, "delete from search_opened where question = ?", question);
        connection.commit();
        return gone > 0;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw Problem.unavailable(
          "the database cannot be reached at the moment: try again in a few seconds");
    }
  }

  private static int run(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
