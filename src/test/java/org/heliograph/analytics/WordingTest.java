package org.heliograph.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  private static final List<String> KNOWN = List.of("白云村", "徐家庄", "清源县民政局");

  @Test
  void one_form_for_all_who_ask_the_same() {
    assertEquals(Optional.of("低保 dibao 2026"), Wording.of(" 低保，ＤＩＢＡＯ——2026？"));
    assertEquals(Optional.of("清住建罚 2026 4号"), Wording.of("清住建罚〔2026〕4号"));
    assertEquals(Optional.empty(), Wording.of("？！"));
    assertEquals(Optional.empty(), Wording.of("低".repeat(41)), "somebody's story");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800138000",
        "电话 138 0013 8000 是谁的",
        "１３８００１３８０００",
        "990121199003078811",
        "99012119900307",
        "低保 9901 2119 90",
        "6222 0212 3456 7890 128",
        "a1@example.org"
      })
  void what_looks_personal_has_no_form(String text) {
    assertEquals(Optional.empty(), Wording.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王建国",
        "张三低保",
        "举报王建国",
        "李小龙的低保",
        "张某某",
        "刘翠花残疾补贴",
        "党员张艳红违纪",
        "欧阳娜娜",
        "梁晓明 五保",
        "古丽娜尔·阿不都",
        "白云村张三",
        "白云村 赵六贪污"
      })
  void what_names_a_person_is_held_back(String wording) {
    assertTrue(PersonNames.in(wording, KNOWN, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "低保怎么申请",
        "高龄补贴",
        "民法典54条",
        "施工许可",
        "农村危房改造",
        "白云村",
        "徐家庄宅基地",
        "清源县民政局电话",
        "水库移民",
        "任命公示"
      })
  void what_names_none_is_told(String wording) {
    assertFalse(PersonNames.in(wording, KNOWN, true));
  }

  @Test
  void letters_may_be_a_name_where_they_find_nothing() {
    assertTrue(PersonNames.in("zhang san", KNOWN, true));
    assertFalse(PersonNames.in("dibao", KNOWN, false));
  }
}
