package org.heliograph.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Listens to the SQL that Hibernate sends while it is open. What the outbox relay does in the
 * background meanwhile is left out.
 */
public final class Statements extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("org.hibernate.SQL");
  private final Level before = logger.getLevel();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  public Statements() {
    setLevel(Level.ALL);
    logger.setLevel(Level.FINE);
    logger.addHandler(this);
  }

  /** Every statement so far. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void publish(LogRecord record) {
    String sql = record.getMessage();
    // nor what the log of changes is looked through with, in the background
    if (!sql.contains("outbox")
        && !sql.contains("search_index")
        && !sql.contains("pg_snapshot_xmin")) {
      heard.add(sql);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(before);
  }
}
