package org.heliograph.directory;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What sort of body an organisation is. */
@Enum
@Description("What sort of body an organisation is.")
public enum OrganisationKind {
  @Description("政府部门 government department.")
  GOVERNMENT,
  @Description("党委部门 party body.")
  PARTY,
  @Description("乡镇街道 township or subdistrict.")
  TOWNSHIP,
  @Description("村（居）民委员会 villagers' or residents' committee.")
  VILLAGE,
  @Description("事业单位 public institution.")
  INSTITUTION
}
