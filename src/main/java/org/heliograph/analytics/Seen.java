package org.heliograph.analytics;

import java.util.HashMap;
import java.util.Map;

/**
 * Which visitor did what today already, as hashes in memory. Bounded: what does not fit is taken
 * for seen, so that it is not counted.
 */
final class Seen {
  private static final int FIRST_SIZE = 1 << 10;

  /** 8 MB: a day of a million visitors' questions is counted from its beginning only. */
  private static final int LARGEST = 1 << 20;

  /** Nobody asks so much by hand, and nobody may fill the table alone. */
  private static final int EACH = 200;

  private static final int VISITORS = 100_000;

  private final Map<Long, Integer> each = new HashMap<>();
  private long[] table = new long[FIRST_SIZE];
  private int size;

  /**
   * True the first time.
   *
   * @param what hash of visitor and deed
   */
  boolean add(long visitor, long what) {
    long hash = what == 0 ? 1 : what;
    int at = place(table, hash);
    if (table[at] == hash) {
      return false;
    }
    int done = each.getOrDefault(visitor, 0);
    if (done >= EACH || (done == 0 && each.size() >= VISITORS) || !makeRoom()) {
      return false;
    }
    each.put(visitor, done + 1);
    table[place(table, hash)] = hash;
    size++;
    return true;
  }

  private boolean makeRoom() {
    if (size < table.length / 4 * 3) {
      return true;
    }
    if (table.length == LARGEST) {
      return false;
    }
    long[] larger = new long[table.length * 2];
    for (long hash : table) {
      if (hash != 0) {
        larger[place(larger, hash)] = hash;
      }
    }
    table = larger;
    return true;
  }

  /** Where the hash stands, or else the free place for it. */
  private static int place(long[] table, long hash) {
    int at = (int) hash & (table.length - 1);
    while (table[at] != 0 && table[at] != hash) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }
}
