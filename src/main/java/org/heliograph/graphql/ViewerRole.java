package org.heliograph.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The roles that an account may have. */
@Enum
@Description("The roles that an account may have.")
public enum ViewerRole {
  @Description("市民 a citizen; sees what the public sees.")
  CITIZEN,
  @Description("内部人员 staff of a region.")
  STAFF,
  @Description("经办人 editor of an organisation.")
  EDITOR,
  @Description("审核人 reviewer of an organisation.")
  REVIEWER,
  @Description("纪检监察 supervisor of a region.")
  SUPERVISOR,
  @Description("审计 auditor.")
  AUDITOR,
  @Description("管理员 administrator.")
  ADMIN,
  @Description("系统账号 another system, for one organisation: drafts and submits, never approves.")
  SERVICE
}
