package org.heliograph.caseoutcome;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What sort of case it was. */
@Enum
@Description("What sort of case it was.")
public enum CaseType {
  @Description("党纪政务处分 party discipline or administrative sanction.")
  DISCIPLINE,
  @Description("行政处罚 administrative penalty.")
  ADMINISTRATIVE_PENALTY,
  @Description("司法处理 judicial decision.")
  JUDICIAL
}
