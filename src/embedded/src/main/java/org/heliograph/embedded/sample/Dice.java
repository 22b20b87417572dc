package org.heliograph.embedded.sample;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that repeats itself: the same seed, kind and index throw the same dice. */
final class Dice {
  private final SplittableRandom random;

  private Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  static Dice of(long seed, String kind, long index) {
    // the golden ratio's odd multiplier keeps neighbouring records apart
    return new Dice((seed * 31 + kind.hashCode()) * 0x9E3779B97F4A7C15L + index);
  }

  /** From 0 to bound - 1. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From lowest to highest, both included. */
  int between(int lowest, int highest) {
    return lowest + below(highest - lowest + 1);
  }

  boolean chance(int perMille) {
    return below(1000) < perMille;
  }

  <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  /** An index, each as likely as its weight says. */
  int weighted(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = below(sum);
    int index = 0;
    while (left >= weights[index]) {
      left -= weights[index++];
    }
    return index;
  }
}
