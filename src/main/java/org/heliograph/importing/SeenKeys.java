package org.heliograph.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The business keys of a file so far, as 64-bit digests in one open-addressed array: 5 million keys
 * take 64 MB, and two different ones are taken for the same once in a million such files.
 */
final class SeenKeys {
  private final MessageDigest digest;
  private long[] slots = new long[1 << 12];
  private int size;

  SeenKeys() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Notes a key; false when it was there already. */
  boolean add(String key) {
    long print = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
    // zero marks an empty slot
    return insert(print == 0 ? 1 : print);
  }

  private boolean insert(long print) {
    if (size * 3L > slots.length * 2L) {
      grow();
    }
    int mask = slots.length - 1;
    for (int at = (int) print & mask; ; at = (at + 1) & mask) {
      if (slots[at] == print) {
        return false;
      }
      if (slots[at] == 0) {
        slots[at] = print;
        size++;
        return true;
      }
    }
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (long print : old) {
      if (print != 0) {
        insert(print);
      }
    }
  }
}
