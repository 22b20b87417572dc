package org.heliograph.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Listens to the SQL that Hibernate sends for requests while it is open. What threads of the
 * service do in the background meanwhile is left out.
 */
public final class Statements extends Handler implements AutoCloseable {
  /** Requests are answered by these; what looks for work by itself has threads of its own. */
  private static final String WORKER = "executor-thread";

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
    if (Thread.currentThread().getName().startsWith(WORKER)) {
      heard.add(record.getMessage());
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
