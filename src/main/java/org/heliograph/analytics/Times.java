package org.heliograph.analytics;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How long answers took, in steps coarse enough to say nothing of a single one. */
final class Times {
  private static final int[] MILLIS = {5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000};

  /** Of fewer answers the slowest twentieth is the slowest one: somebody's. */
  private static final int ENOUGH = 20;

  private final int[] answers = new int[MILLIS.length];
  private int all;

  void add(Duration took) {
    int at = Arrays.binarySearch(MILLIS, (int) Math.min(took.toMillis(), 10_000));
    answers[at < 0 ? -at - 1 : at]++;
    all++;
  }

  /** Half of the answers took no longer; null while there are too few. */
  @Nullable Integer median() {
    return all < Count.LEAST ? null : within(50);
  }

  /** All but one in twenty took no longer; null while there are too few. */
  @Nullable Integer slow() {
    return all < ENOUGH ? null : within(95);
  }

  private int within(int percent) {
    long left = ((long) all * percent + 99) / 100;
    for (int i = 0; i < answers.length; i++) {
      left -= answers[i];
      if (left <= 0) {
        return MILLIS[i];
      }
    }
    return MILLIS[MILLIS.length - 1];
  }
}
