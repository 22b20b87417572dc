package org.heliograph.workflow;

import java.time.Instant;
import java.util.List;

/**
 * A step that was taken.
 *
 * @param transition its name in the audit trail
 * @param version what the record's version became
 * @param fields names of the fields whose content it changed
 */
public record Change(String transition, Version version, Instant at, List<String> fields) {
  public Change {
    fields = List.copyOf(fields);
  }
}
