package org.heliograph.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SensitiveTopicTest {

  @Test
  void illness_disability_and_minors_are_told_by_their_words() {
    assertEquals(Set.of(SensitiveTopic.ILLNESS), SensitiveTopic.in("因尿毒症申请临时救助"));
    assertEquals(Set.of(SensitiveTopic.DISABILITY), SensitiveTopic.in("重度残疾人护理补贴"));
    assertEquals(Set.of(SensitiveTopic.MINOR), SensitiveTopic.in("孤儿基本生活费"));
    assertEquals(
        Set.of(SensitiveTopic.ILLNESS, SensitiveTopic.MINOR), SensitiveTopic.in("患病的未成年子女"));
  }

  @Test
  void other_subsidies_touch_none() {
    assertEquals(Set.of(), SensitiveTopic.in("耕地地力保护补贴，面积3.2亩"));
    assertEquals(Set.of(), SensitiveTopic.in("最低生活保障金，家庭人口3人"));
  }
}
