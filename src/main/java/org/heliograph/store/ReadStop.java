package org.heliograph.store;

import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Ends a long read from another thread, for example when nobody waits for it any more. */
public final class ReadStop {
  private static final Logger LOG = Logger.getLogger(ReadStop.class);
  private boolean stopped;
  private @Nullable Statement running;

  /** What a stopped read fails with. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped(@Nullable Throwable cause) {
      super("the read was stopped", cause, false, false);
    }
  }

  interface Work {
    void run() throws SQLException;
  }

  /** Cancels the statement that runs, and every later one before it starts. */
  public synchronized void stop() {
    stopped = true;
    Statement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        // the read ends at its next row all the same
        LOG.debug("a statement could not be cancelled", e);
      }
    }
  }

  /** Fails when the read was stopped. */
  public synchronized void check() {
    if (stopped) {
      throw new Stopped(null);
    }
  }

  /** Runs what the statement is needed for; stopping cancels the statement. */
  void during(Statement statement, Work work) throws SQLException {
    synchronized (this) {
      check();
      running = statement;
    }
    try {
      work.run();
    } catch (SQLException e) {
      synchronized (this) {
        if (stopped) {
          throw new Stopped(e);
        }
      }
      throw e;
    } finally {
      synchronized (this) {
        running = null;
      }
    }
  }
}
