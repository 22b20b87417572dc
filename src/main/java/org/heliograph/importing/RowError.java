package org.heliograph.importing;

/**
 * Why a row was not taken.
 *
 * @param row line of a JSON Lines or CSV file, row of a spreadsheet, from 1
 * @param column path of the field, for example {@code steps[2].limit.days}; empty: the whole row
 * @param value what stood there as far as it may be shown, see {@link Shown}; never personal
 * @param reason what is wrong and how to mend it
 */
public record RowError(long row, String column, String value, String reason) {}
