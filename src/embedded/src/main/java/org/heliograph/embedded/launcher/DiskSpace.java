package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Refuses early where a disk is too full: PostgreSQL and Elasticsearch would fail later, and less
 * clearly.
 */
final class DiskSpace {

  /** What every start wants to see free: write-ahead log, translog and logs of a working day. */
  static final long EVERY_START_BYTES = 300L << 20;

  private DiskSpace() {}

  static void require(Path directory, long bytes) throws IOException {
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < bytes) {
      throw new Refusal(
          "Only %d MB are free on the disk of %s, and Heliograph needs %d MB there: free some space and start again."
              .formatted(free >> 20, directory, bytes >> 20));
    }
  }
}
