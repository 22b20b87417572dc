package org.heliograph.privacy.document;

import java.time.Duration;

/**
 * What a document may cost.
 *
 * @param bytes the largest file
 * @param expandedBytes the most that all of its compressed parts may come to
 * @param ratio the most that one part may expand, once it has come to a megabyte: sheets reach 50
 * @param parts the most parts of a package
 * @param pages the most pages of a PDF
 * @param pixels the most pixels of a picture, by its header
 * @param depth how deep documents may lie within documents
 * @param findings the most findings that are listed; the others are counted
 * @param time the longest that the scan may take
 */
public record Limits(
    int bytes,
    long expandedBytes,
    int ratio,
    int parts,
    int pages,
    long pixels,
    int depth,
    int findings,
    Duration time) {

  public static final Limits USUAL =
      new Limits(
          64 << 20, 256L << 20, 200, 10_000, 2_000, 100_000_000, 2, 1_000, Duration.ofSeconds(60));
}
