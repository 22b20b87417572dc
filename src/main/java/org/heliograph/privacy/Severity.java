package org.heliograph.privacy;

/** How much a finding weighs for the one who submits. */
public enum Severity {
  /** Is masked, removed or justified before anything goes on. */
  HIGH,
  /** The same, but often right as it stands: an office's telephone without words that say so. */
  LOW,
  /** Is shown and stops nothing: its own words say that it belongs to an office. */
  NOTICE
}
