package org.heliograph.relevance;

import java.util.Arrays;
import java.util.Random;

/** The middle 95 of 100 means that other questions of the same sort would have given. */
public record Interval(double low, double high) {
  private static final int DRAWS = 5_000;

  /** By drawing from the values with replacement; the same every time. */
  static Interval ofMean(double[] values) {
    var random = new Random(20260101);
    double[] means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[draw] = sum / values.length;
    }
    Arrays.sort(means);
    return new Interval(means[DRAWS / 40], means[DRAWS - DRAWS / 40 - 1]);
  }

  /** Whether no part of it is on the other side of zero. */
  boolean isSure() {
    return low > 0 || high < 0;
  }
}
