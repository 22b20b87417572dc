package org.heliograph.visibility;

/** What a condition may ask of a row. Every attribute always has a value. */
public enum Attribute {
  STAGE,
  AUDIENCE,
  ORGANISATION,
  /**
   * The row's own division and all above it; a row matches when any of them is among the values.
   */
  REGION_PATH,
  VISIBLE_FROM,
  VISIBLE_UNTIL
}
