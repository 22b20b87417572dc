package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** At which level of government a power is exercised 行使层级. */
@Enum
@Description("At which level of government a power is exercised 行使层级.")
public enum ExerciseLevel {
  @Description("国家级 national.")
  NATIONAL,
  @Description("省级 provincial.")
  PROVINCIAL,
  @Description("市级 prefecture city.")
  CITY,
  @Description("县级 county.")
  COUNTY,
  @Description("乡镇级 township.")
  TOWNSHIP,
  @Description("村级 village.")
  VILLAGE
}
