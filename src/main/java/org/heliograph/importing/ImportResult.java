package org.heliograph.importing;

import java.time.Duration;

/**
 * What became of a file's rows.
 *
 * @param rows how many there are
 * @param resumedAt how many an earlier, interrupted run had already done
 * @param recovered rows that the earlier run had rejected and that would be accepted now
 */
public record ImportResult(
    long rows,
    long accepted,
    long unchanged,
    long rejected,
    long resumedAt,
    long recovered,
    Duration took) {}
