package org.heliograph.record;

/** How a field is compared and indexed. */
public enum FieldType {
  /** Analysed prose: matched and highlighted, never filtered or sorted. */
  TEXT,
  /** An exact string or enum name. */
  KEYWORD,
  /** A calendar date. */
  DATE,
  /** A UTC instant. */
  INSTANT,
  /** An exact decimal. */
  DECIMAL,
  INTEGER,
  BOOLEAN
}
