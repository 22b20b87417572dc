package org.heliograph.importing.job;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where an import job stands. */
@Enum("ImportState")
@Description("Where an import job stands.")
public enum ImportState {
  @Description("等待检查 the file is here and waits to be checked.")
  QUEUED,
  @Description("检查中 all rows are checked; nothing is written.")
  CHECKING,
  @Description("待确认 checked: look at preview, problems and findings, then confirm or cancel.")
  READY,
  @Description("导入中 rows become drafts, batch by batch.")
  RUNNING,
  @Description("已完成 every row that could be taken is a draft.")
  DONE,
  @Description("已取消 stopped; rows that had become drafts stay drafts.")
  CANCELLED,
  @Description("失败 could not go on; failure says why. Rows that had become drafts stay drafts.")
  FAILED
}
