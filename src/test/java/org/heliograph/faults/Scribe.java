package org.heliograph.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.heliograph.audit.Authority;
import org.heliograph.disclosure.Disclosure;
import org.heliograph.disclosure.DisclosureDraft;
import org.heliograph.disclosure.DisclosureType;
import org.heliograph.shared.Audience;
import org.heliograph.shared.Problem;
import org.heliograph.shared.WithdrawalKind;
import org.heliograph.store.RecordWriter;
import org.heliograph.support.Desk;

/**
 * Publishes, corrects and withdraws without a pause, and remembers what it was told: what a record
 * must be where a call returned, what it may be where a call failed.
 */
final class Scribe implements Runnable {
  private final String run;
  private final String mark;
  private final Tools tools;

  /** What each record may show: its content, or nothing when it is not public. */
  private final Map<String, Set<Optional<String>>> known = new TreeMap<>();

  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean running = true;

  /** What a scribe writes with. */
  record Tools(Desk desk, RecordWriter writer, DisclosureType type) {}

  /**
   * @param run beginning of all its codes
   * @param mark a word that all its records contain
   */
  Scribe(String run, String mark, Tools tools) {
    this.run = run;
    this.mark = mark;
    this.tools = tools;
  }

  @Override
  public void run() {
    for (int i = 0; running; i++) {
      String code = "%s-%05d".formatted(run, i);
      boolean done = attempt(code, Optional.empty(), publish(code, 1));
      if (done && i % 3 > 0) {
        done = attempt(code, Optional.of(content(1)), publish(code, 2));
      }
      if (done && i % 3 > 1) {
        attempt(code, Optional.of(content(2)), withdraw(code));
      }
    }
  }

  /** A write, and what the record shows after it. */
  private record Write(Runnable action, Optional<String> after) {}

  private String content(int version) {
    return mark + " 第" + version + "版";
  }

  private Write publish(String code, int version) {
    Disclosure row =
        Disclosure.draft(
            Desk.draft(
                DisclosureDraft.class,
                "{\"category\": \"MAJOR_DECISIONS\", \"content\": \"%s\"}"
                    .formatted(content(version))),
            Desk.origin(code, "QY-MZJ", "990121102201", Audience.PUBLIC));
    row.contentHash = content(version);
    return new Write(
        () -> tools.desk().publish(tools.type(), List.of(row)), Optional.of(content(version)));
  }

  private Write withdraw(String code) {
    return new Write(
        () -> {
          long record = tools.writer().identify(tools.type(), code, null);
          tools
              .writer()
              .withdraw(
                  tools.type(), record, WithdrawalKind.GONE, null, Authority.operator("依法撤回"));
        },
        Optional.empty());
  }

  /** Whether the write was acknowledged. */
  private boolean attempt(String code, Optional<String> before, Write write) {
    try {
      write.action().run();
      known.put(code, Set.of(write.after()));
      acknowledged.incrementAndGet();
      return true;
    } catch (RuntimeException e) {
      if (e instanceof Problem problem && problem.code() != Problem.Code.UNAVAILABLE) {
        throw problem;
      }
      // it may have been done before the answer was lost
      known.put(code, Set.of(before, write.after()));
      refused.incrementAndGet();
      rest();
      return false;
    }
  }

  private void rest() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  /** How many writes were acknowledged so far. */
  int acknowledged() {
    return acknowledged.get();
  }

  /** How many writes failed so far. */
  int refused() {
    return refused.get();
  }

  void stop() {
    running = false;
  }

  /** To be read when the scribe has stopped. */
  Map<String, Set<Optional<String>>> known() {
    return known;
  }
}
