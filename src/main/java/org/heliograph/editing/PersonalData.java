package org.heliograph.editing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Kinds of personal data that the privacy scan finds. */
@Enum
@Description("Kinds of personal data that the privacy scan finds.")
public enum PersonalData {
  @Description("身份证号 identity number.")
  IDENTITY_NUMBER,
  @Description("银行卡号 bank card.")
  BANK_CARD,
  @Description("手机号码 mobile number.")
  MOBILE,
  @Description("固定电话 landline number.")
  LANDLINE,
  @Description("电子邮箱 e-mail address.")
  EMAIL,
  @Description("家庭住址 home address.")
  HOME_ADDRESS,
  @Description("车牌号码 licence plate.")
  LICENCE_PLATE,
  @Description("护照号码 passport number.")
  PASSPORT
}
