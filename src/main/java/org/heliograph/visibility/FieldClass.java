package org.heliograph.visibility;

/** How sensitive a field is, whatever row it stands in. */
public enum FieldClass {
  /** For everyone who may see the row. */
  OPEN,
  /** For people in office: a handler's phone, a remark. */
  INTERNAL,
  /** Whole names where the rule masks them, person keys, bank tails. */
  PERSONAL,
  /** Who reported a case: granted to no role. */
  REPORTER
}
