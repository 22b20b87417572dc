package org.heliograph.record;

import java.time.LocalDate;

/**
 * A penalty was changed or annulled.
 *
 * @param due the last day of the three working days in which it is withdrawn (行政处罚法 第四十八条)
 */
public record Annulment(LocalDate on, LocalDate due) {}
