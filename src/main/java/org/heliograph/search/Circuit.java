package org.heliograph.search;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers for a moment that the other side did not answer, so that callers are refused at once
 * instead of waiting one by one. While it is open, one caller per pause goes through and tries.
 */
final class Circuit {
  private static final long CLOSED = 0;
  private final long pause;
  private final AtomicLong openUntil = new AtomicLong(CLOSED);

  Circuit(Duration pause) {
    this.pause = pause.toNanos();
  }

  /** Whether the caller may try now. */
  boolean permits() {
    long until = openUntil.get();
    if (until == CLOSED) {
      return true;
    }
    long now = System.nanoTime();
    return now - until >= 0 && openUntil.compareAndSet(until, next(now));
  }

  void failed() {
    openUntil.set(next(System.nanoTime()));
  }

  void succeeded() {
    openUntil.set(CLOSED);
  }

  private long next(long now) {
    long until = now + pause;
    return until == CLOSED ? 1 : until;
  }
}
