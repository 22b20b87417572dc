package org.heliograph.disclosure;

import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;

/** Names another record by kind and code. It is shown only to those who may see that record. */
public record Related(RecordKind kind, String code) {
  public Related {
    Problem.required("related.kind", kind);
    Problem.required("related.code", code);
  }
}
