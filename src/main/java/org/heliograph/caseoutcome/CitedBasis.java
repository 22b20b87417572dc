package org.heliograph.caseoutcome;

import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** A law and an article as the decision cites them. */
public record CitedBasis(String law, @Nullable String article) {
  public CitedBasis {
    Problem.required("legalBases.law", law);
  }
}
