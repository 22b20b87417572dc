package org.heliograph.importing;

import org.jspecify.annotations.Nullable;

/**
 * One field that the rows of a kind may carry.
 *
 * @param label the heading under which a spreadsheet may have it instead of its name
 * @param personal whether error reports hide its value
 */
public record Column(String name, Shape shape, @Nullable String label, boolean personal) {

  /** What a cell has to be turned into before it is read. */
  public enum Shape {
    TEXT,
    /** A spreadsheet keeps dates as numbers. */
    DATE,
    /** Objects and lists: JSON Lines only. */
    NESTED
  }

  public static Column text(String name) {
    return new Column(name, Shape.TEXT, null, false);
  }

  public static Column date(String name) {
    return new Column(name, Shape.DATE, null, false);
  }

  public static Column nested(String name) {
    return new Column(name, Shape.NESTED, null, false);
  }

  /** The same column, also found under a heading in the users' language. */
  public Column labelled(String heading) {
    return new Column(name, shape, heading, personal);
  }

  /** The same column, its values never shown in a report. */
  public Column hidden() {
    return new Column(name, shape, label, true);
  }
}
