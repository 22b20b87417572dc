package org.heliograph.store;

import java.security.SecureRandom;

/**
 * Draws the identities of new records at random. They stand in public global ids: drawn from a
 * sequence, their gaps would tell how many records exist that nobody may see. Among ten million
 * records two draws coincide with a chance of 1 in 20,000, which the unique indexes refuse.
 */
final class Identities {
  /** Eighteen digits: what a global id can hold. */
  private static final long BOUND = 1_000_000_000_000_000_000L;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Identities() {}

  static long next() {
    return RANDOM.nextLong(1, BOUND);
  }
}
