package org.heliograph.privacy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a text may tell of a named person that must not stand beside a whole name: sensitive
 * personal information by 个人信息保护法第二十八条. Whoever names people by such a text shows no whole name.
 */
public enum SensitiveTopic {
  ILLNESS(
      "大病", "重病", "患病", "疾病", "慢性病", "癌", "肿瘤", "尿毒症", "白血病", "艾滋", "精神障碍", "精神病", "肺结核", "尘肺",
      "透析", "手术", "住院", "病历", "确诊", "医疗救助", "瘫痪", "心脏病", "糖尿病", "先天性", "HIV", "抑郁", "自闭", "精神分裂",
      "精神残"),
  DISABILITY("残疾", "伤残", "致残", "失明", "聋哑", "智障", "智力障碍", "肢体障碍", "截肢", "失能", "残联"),
  MINOR("未成年", "孤儿", "儿童", "留守", "困境少年", "学龄前", "幼儿", "婴儿", "小学生", "初中生", "事实无人抚养");

  private final List<String> words;

  SensitiveTopic(String... words) {
    this.words = List.of(words);
  }

  /** The topics that a text touches by its words. */
  public static Set<SensitiveTopic> in(String text) {
    Set<SensitiveTopic> topics = EnumSet.noneOf(SensitiveTopic.class);
    Arrays.stream(values())
        .filter(topic -> topic.words.stream().anyMatch(text::contains))
        .forEach(topics::add);
    return topics;
  }
}
