package org.heliograph.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Hears at once what other pods commit, on a connection of its own: a pooled one would keep its
 * LISTEN when somebody else gets it.
 */
public final class ChannelListener implements Runnable {
  private static final Logger LOG = Logger.getLogger(ChannelListener.class);
  private static final int PATIENCE_MILLIS = 1_000;
  private final String channel;
  private final String url;
  private final Properties credential;
  private final Runnable heard;
  private volatile boolean running = true;
  private volatile @Nullable Connection open;

  /**
   * @param channel a word of the code's own
   * @param heard called once when listening begins, and then after every commit that notified
   */
  public ChannelListener(String channel, String url, Properties credential, Runnable heard) {
    this.channel = channel;
    this.url = url;
    this.credential = credential;
    this.heard = heard;
  }

  /** Ends listening; what runs it returns soon after. */
  public void stop() {
    running = false;
    Connection connection = open;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debugf("the listening connection was gone already: %s", e.getMessage());
      }
    }
  }

  @Override
  public void run() {
    while (running) {
      try (Connection connection = DriverManager.getConnection(url, credential)) {
        open = connection;
        listen(connection);
      } catch (SQLException e) {
        // polling carries on meanwhile
        LOG.debugf("not listening: %s", e.getMessage());
        rest();
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + channel);
    }
    // what was committed while nobody listened
    heard.run();
    PGConnection notifying = connection.unwrap(PGConnection.class);
    while (running) {
      if (notifying.getNotifications(PATIENCE_MILLIS).length > 0) {
        heard.run();
      }
    }
  }

  private void rest() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
