package org.heliograph.embedded.sample;

import java.nio.file.Path;

/** How much to write, where to, and from which seed. */
record Plan(Path out, long seed, int items, int disclosures, int payments, int cases) {
  private static final int REAL_ITEMS = 5728;
  private static final int REAL_RISKS = 30_000;
  private static final int REAL_SUPERVISION_POINTS = 50_000;

  Plan {
    if (items < 0 || disclosures < 0 || payments < 0 || cases < 0) {
      throw new NumberFormatException("numbers of records are not negative");
    }
  }

  /** A source of chance for one record, independent of how many others are asked for. */
  Dice dice(String kind, long index) {
    return Dice.of(seed, kind, index);
  }

  /** Risk points of one item, so that a county's 5,728 items have 30,000. */
  int risksOf(int item) {
    return share(item, REAL_RISKS);
  }

  /** Supervision points of one item, so that a county's 5,728 items have 50,000. */
  int supervisionPointsOf(int item) {
    return share(item, REAL_SUPERVISION_POINTS);
  }

  private static int share(long item, long all) {
    return (int) ((item + 1) * all / REAL_ITEMS - item * all / REAL_ITEMS);
  }
}
