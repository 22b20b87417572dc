package org.heliograph.subsidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRuleTest {

  @ParameterizedTest
  @CsvSource({
    "张三, 张某某",
    "张小三, 张某某",
    "欧阳明, 欧阳某某",
    "欧阳淑芬, 欧阳某某",
    "司马, 司某某",
    "亓官明, 亓官某某",
    "贺兰英, 贺某某",
    "第五伦, 第五某某",
    "阿依古丽·买买提, 阿某某",
    "古丽娜尔•艾合买提, 古某某",
    "欧阳·买买提, 欧某某",
    "Mary Smith, M某某",
    "𠮷田一, 𠮷某某",
    "' 张三 ', 张某某"
  })
  void masking_keeps_the_surname_and_hides_the_length(String name, String shown) {
    assertEquals(shown, NameRule.shown(name, PublicityRule.MASKED));
  }

  @Test
  void a_whole_name_is_shown_as_it_is_and_a_hidden_one_not_at_all() {
    assertEquals("欧阳淑芬", NameRule.shown("欧阳淑芬", PublicityRule.FULL));
    assertEquals("不公开", NameRule.shown("欧阳淑芬", PublicityRule.HIDDEN));
    assertEquals("不公开", NameRule.shown("", PublicityRule.MASKED));
  }

  @Test
  void a_name_within_a_text_is_shown_by_the_same_rule() {
    assertEquals("低保2026年：张某某", NameRule.redact("低保2026年：张小三", "张小三", "张某某"));
    assertEquals("不公开与不公开之父", NameRule.redact("张三与张三之父", " 张三 ", "不公开"));
    assertNull(NameRule.redact(null, "张三", "张某某"));
  }
}
