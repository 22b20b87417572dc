package org.heliograph.shared;

/** How a follower is told. */
public enum Channel {
  WEBHOOK,
  DIGEST
}
