package org.heliograph.privacy;

/** What kind of personal data a finding is. */
public enum Category {
  IDENTITY_NUMBER("身份证号"),
  BANK_CARD("银行卡号"),
  MOBILE("手机号码"),
  LANDLINE("固定电话"),
  EMAIL("电子邮箱"),
  HOME_ADDRESS("家庭住址"),
  LICENCE_PLATE("车牌号码"),
  PASSPORT("护照号码");

  private final String label;

  Category(String label) {
    this.label = label;
  }

  /** What an editor calls it. */
  public String label() {
    return label;
  }

  /** Whether it is recognised by its digits and letters rather than by its words. */
  public boolean isNumber() {
    return this != EMAIL && this != HOME_ADDRESS;
  }
}
