package org.heliograph.directory;

/** What names of reference data stand for. */
public enum NameKind {
  ORGANISATION,
  REGION,
  PROGRAMME,
  LAW
}
