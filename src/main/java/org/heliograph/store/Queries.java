package org.heliograph.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** Sends queries by plain JDBC, in a session's connection and transaction. */
final class Queries {
  private Queries() {}

  /** Reads the row that a result set stands on. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A query and how its rows are read. */
  record Query<T>(SqlText sql, Row<? extends T> row) {}

  static <T> List<T> list(StatelessSession session, SqlText sql, Row<T> row) {
    announce(session, sql.positional());
    return session.doReturningWork(connection -> {
      try (PreparedStatement statement = prepare(connection, sql.positional(), List.of(sql));
          ResultSet found = statement.executeQuery()) {
        return rows(found, row);
      }
    });
  }

  /** Takes rows as they come. */
  @FunctionalInterface
  interface Batch<T> {
    void take(List<T> rows);
  }

  /**
   * Hands on the rows in batches, fetched through a cursor: memory holds one batch, whatever the
   * number of rows. The session must be in a transaction, or the driver fetches all at once.
   */
  static <T> void walk(
      StatelessSession session, Query<T> query, int size, ReadStop stop, Batch<T> batch) {
    String text = query.sql().positional();
    announce(session, text);
    session.doWork(connection -> {
      if (connection.getAutoCommit()) {
        throw new IllegalStateException("rows are walked in a transaction");
      }
      try (PreparedStatement statement = prepare(connection, text, List.of(query.sql()))) {
        statement.setFetchSize(size);
        stop.during(statement, () -> hand(statement, query.row(), size, batch));
      }
    });
  }

  private static <T> void hand(
      PreparedStatement statement, Row<? extends T> row, int size, Batch<T> batch)
      throws SQLException {
    try (ResultSet found = statement.executeQuery()) {
      var rows = new ArrayList<T>(size);
      while (found.next()) {
        rows.add(row.read(found));
        if (rows.size() == size) {
          batch.take(rows);
          rows.clear();
        }
      }
      if (!rows.isEmpty()) {
        batch.take(rows);
      }
    }
  }

  /**
   * The rows of each query, in order, with one trip to the database: the driver sends statements
   * that are joined by a semicolon in one go, and prepares each on its own.
   */
  static List<List<Object>> together(StatelessSession session, List<Query<Object>> queries) {
    if (queries.isEmpty()) {
      return List.of();
    }
    List<SqlText> texts = queries.stream().map(Query::sql).toList();
    String all = String.join("; ", texts.stream().map(SqlText::positional).toList());
    announce(session, all);
    return session.doReturningWork(connection -> {
      try (PreparedStatement statement = prepare(connection, all, texts)) {
        var found = new ArrayList<List<Object>>(queries.size());
        statement.execute();
        for (Query<Object> query : queries) {
          try (ResultSet rows = statement.getResultSet()) {
            found.add(rows(rows, query.row()));
          }
          statement.getMoreResults();
        }
        return found;
      }
    });
  }

  private static <T> List<T> rows(ResultSet found, Row<? extends T> row) throws SQLException {
    var rows = new ArrayList<T>();
    while (found.next()) {
      rows.add(row.read(found));
    }
    return rows;
  }

  /** Where the ORM logs its own statements. */
  private static void announce(StatelessSession session, String sql) {
    ((SharedSessionContractImplementor) session)
        .getJdbcServices()
        .getSqlStatementLogger()
        .logStatement(sql);
  }

  private static PreparedStatement prepare(Connection connection, String sql, List<SqlText> texts)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    int index = 0;
    for (SqlText text : texts) {
      for (Object value : text.values()) {
        set(statement, ++index, value);
      }
    }
    return statement;
  }

  private static void set(PreparedStatement statement, int index, Object value)
      throws SQLException {
    switch (value) {
      case String text -> statement.setString(index, text);
      case Integer number -> statement.setInt(index, number);
      case Long number -> statement.setLong(index, number);
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      default -> statement.setObject(index, value);
    }
  }
}
