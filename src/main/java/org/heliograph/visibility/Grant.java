package org.heliograph.visibility;

import java.util.Set;

/** On rows that meet the condition, fields of these classes. */
public record Grant(Condition rows, Set<FieldClass> fields) {
  public Grant {
    fields = Set.copyOf(fields);
  }
}
