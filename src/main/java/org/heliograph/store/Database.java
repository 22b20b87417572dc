package org.heliograph.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.heliograph.shared.Problem;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/**
 * Opens sessions and tells an unreachable database from a mistake. Stateless: what was read is a
 * value, nothing is written by touching it.
 */
@ApplicationScoped
public class Database {
  private static final String DOWN =
      "the database cannot be reached at the moment: try again in a few seconds";
  private final SessionFactory sessions;
  private final DataSource source;
  private final ThreadLocal<StatelessSession> snapshot = new ThreadLocal<>();

  public Database(SessionFactory sessions, DataSource source) {
    this.sessions = sessions;
    this.source = source;
  }

  /**
   * Runs reads in a session of their own; each statement sees what is committed when it starts.
   * Within a {@link #snapshot} they join it.
   */
  public <T> T read(Function<StatelessSession, T> work) {
    StatelessSession joined = snapshot.get();
    if (joined != null) {
      return work.apply(joined);
    }
    try (StatelessSession session = sessions.openStatelessSession()) {
      return work.apply(session);
    } catch (RuntimeException e) {
      throw unreachable(e) ? Problem.unavailable(DOWN) : e;
    }
  }

  /**
   * Runs reads that all see the database as it was when the first of them started, in one
   * connection that is kept until the end; every {@link #read} of the same thread is one of them.
   * No transaction of the container: what caches look up meanwhile must be what is true now.
   */
  public <T> T snapshot(Function<StatelessSession, T> work) {
    if (snapshot.get() != null) {
      throw new IllegalStateException("a snapshot within a snapshot");
    }
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (StatelessSession session =
          sessions.withStatelessOptions().connection(connection).openStatelessSession()) {
        snapshot.set(session);
        return work.apply(session);
      } finally {
        snapshot.remove();
        release(connection);
      }
    } catch (SQLException e) {
      throw unreachable(e) ? Problem.unavailable(DOWN) : new IllegalStateException(e);
    } catch (RuntimeException e) {
      throw unreachable(e) ? Problem.unavailable(DOWN) : e;
    }
  }

  /** Gives the connection back as it was; a broken one is thrown away by the pool. */
  private static void release(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      connection.rollback();
      connection.setReadOnly(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(true);
    }
  }

  /** Runs writes in one transaction; no network call may happen inside. */
  public <T> T write(Function<StatelessSession, T> work) {
    try {
      return QuarkusTransaction.requiringNew()
          .call(() -> {
            try (StatelessSession session = sessions.openStatelessSession()) {
              return work.apply(session);
            }
          });
    } catch (RuntimeException e) {
      throw unreachable(e) ? Problem.unavailable(DOWN) : e;
    }
  }

  /**
   * SQL states of class 08 (connection), 57P (shutdown) and 53 (no resources), and a pool that
   * could not give a connection.
   */
  private static boolean unreachable(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        if (state == null
            || state.startsWith("08")
            || state.startsWith("57P")
            || state.startsWith("53")) {
          return true;
        }
      }
    }
    return false;
  }

  static <T> NativeQuery<T> bind(NativeQuery<T> query, List<Object> values) {
    for (int i = 0; i < values.size(); i++) {
      query.setParameter("p" + (i + 1), values.get(i));
    }
    return query;
  }
}
