package org.heliograph.subsidy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What became of a payment. */
@Enum
@Description("What became of a payment.")
public enum PaymentStatus {
  @Description("已发放 paid.")
  PAID,
  @Description("暂停 suspended.")
  SUSPENDED,
  @Description("停发 stopped.")
  STOPPED,
  @Description("已退回 returned.")
  RETURNED
}
