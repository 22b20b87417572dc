package org.heliograph.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void a_name_may_be_typed_from_any_character_in_characters_pinyin_and_initials() {
    Spelling spelling = Spelling.of("城乡低保");
    assertEquals(Set.of("城乡低保", "cxdb", "乡低保", "xdb", "低保", "db", "保", "b"), spelling.typed());
    assertEquals(Set.of("chengxiangdibao", "xiangdibao", "dibao", "bao"), spelling.sounds());
    assertEquals(Set.of("城乡低保", "cxdb", "chengxiangdibao"), spelling.begins());
  }

  @Test
  void a_character_is_read_as_its_word_is() {
    assertTrue(Spelling.of("会计").begins().contains("kuaiji"));
    assertTrue(Spelling.of("银行行政").begins().contains("yinhangxingzheng"));
    assertTrue(Spelling.of("重庆").begins().contains("chongqing"));
  }

  @Test
  void the_ways_of_a_long_title_are_bounded() {
    Spelling spelling = Spelling.of("对未取得许可证从事经营活动的处罚".repeat(20));
    assertTrue(spelling.typed().size() <= 80);
    assertTrue(spelling.typed().stream().allMatch(way -> way.length() <= 12));
    assertTrue(spelling.sounds().stream().allMatch(way -> way.length() <= 24));
  }

  @Test
  void what_was_typed_takes_the_same_form() {
    assertEquals("燃气经营许可", Spelling.typed(" 《燃氣經營許可》 "));
    assertEquals("a2026", Spelling.typed("Ａ－２０２６"));
    assertEquals("", Spelling.typed(" ？！"));
    assertEquals(24, Spelling.typed("zuidishenghuobaozhangjindeshenqing").length());
  }

  @Test
  void numerals_of_articles_are_written_as_people_write_them() {
    assertEquals(
        List.of(
            "一", "十", "十五", "二十", "一百", "一百零五", "一百一十", "一百一十五", "一千", "一千零一", "一千零二十", "一千二百六十"),
        java.util.stream.IntStream.of(1, 10, 15, 20, 100, 105, 110, 115, 1000, 1001, 1020, 1260)
            .mapToObj(OneForm::numeral)
            .toList());
  }

  @Test
  void every_rule_of_the_filter_has_two_sides_and_stands_once() {
    List<String> rules = OneForm.rules();
    assertEquals(rules.size(), Set.copyOf(rules).size());
    assertTrue(rules.contains("條 => 条"));
    assertTrue(rules.contains("第五十四條 => 第54条"));
    assertTrue(rules.contains("二〇二六 => 2026"));
    assertTrue(rules.stream().allMatch(rule -> rule.matches("\\S+ => \\S+")));
  }
}
