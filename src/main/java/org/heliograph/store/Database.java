package org.heliograph.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
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

  public Database(SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** Runs reads in a session of their own; each statement sees what is committed when it starts. */
  public <T> T read(Function<StatelessSession, T> work) {
    try (StatelessSession session = sessions.openStatelessSession()) {
      return work.apply(session);
    } catch (RuntimeException e) {
      throw unreachable(e) ? Problem.unavailable(DOWN) : e;
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
