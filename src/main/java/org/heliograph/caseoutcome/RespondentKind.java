package org.heliograph.caseoutcome;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Who a case was about. */
@Enum
@Description("Who a case was about.")
public enum RespondentKind {
  @Description("自然人 a natural person.")
  PERSON,
  @Description("法人或者其他组织 an organisation.")
  ORGANISATION
}
