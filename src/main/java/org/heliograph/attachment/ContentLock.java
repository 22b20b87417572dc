package org.heliograph.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.heliograph.shared.Problem;
import org.heliograph.store.ClusterLock;

/**
 * Keeps those apart who store and who delete the same content, on whichever pods: a content that
 * somebody counts on is not deleted meanwhile.
 */
@ApplicationScoped
class ContentLock {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Between two looks at a lock that somebody else has; contents are rarely the same. */
  private static final long PAUSE_MILLIS = 50;

  private final ClusterLock locks;

  ContentLock(ClusterLock locks) {
    this.locks = locks;
  }

  interface Work {
    void run() throws IOException;
  }

  void during(String digest, Work work) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!locks.alone("content " + digest, () -> run(work))) {
        if (System.nanoTime() > end) {
          throw Problem.unavailable("somebody else stores the same content: try again later");
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void run(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
