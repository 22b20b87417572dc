package org.heliograph.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {
  private static final Synonyms SYNONYMS =
      new Synonyms(List.of(List.of("低保", "最低生活保障"), List.of("医保", "医疗保险", "基本医疗保险")));

  private static QueryText read(String text) {
    return QueryText.read(text, SYNONYMS, List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "民法典第五十四条",
        "民法典54条",
        "民法典 第54条",
        "《民法典》第五十四条",
        "中华人民共和国民法典第五十四条",
        "根据民法典第五十四条第二款怎么办",
        "民法典第５４条"
      })
  void an_article_is_recognised_however_it_is_cited(String text) {
    assertTrue(read(text).identifiers().contains("民法典#54"), text);
  }

  @Test
  void traditional_characters_are_read_as_simplified_ones_and_names_as_they_stand() {
    assertTrue(read("民法典第五十四條").identifiers().contains("民法典#54"));
    assertTrue(read("怎麼申請低保").variants().contains("申请低保"));
    // 乾 is 干 in most words, and stays what it is in the name of a county
    assertTrue(read("乾县罚〔2026〕1号").identifiers().contains("乾县罚[2026]1号"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"清市监罚〔2026〕12号", "清市监罚(2026)12号", "查一下清市监罚【2026】12号处罚决定"})
  void a_document_number_is_recognised_in_any_brackets(String text) {
    assertTrue(read(text).identifiers().contains("清市监罚[2026]12号"), text);
  }

  @Test
  void a_code_is_recognised_alone_and_among_words() {
    assertTrue(read("QY-MZJ-001").identifiers().contains("qy-mzj-001"));
    assertTrue(read("查询 QY-MZJ-001 的流程").identifiers().contains("qy-mzj-001"));
  }

  @Test
  void a_word_of_the_matter_is_not_cut_to_drop_a_question() {
    assertEquals("办理低保", read("怎么办理低保").variants().getFirst());
    assertEquals("办证", read("怎么办证").variants().getFirst());
    assertEquals("低保", read("低保怎么办").variants().getFirst());
  }

  @Test
  void a_synonym_replaces_its_word_and_the_callers_own_comes_first() {
    assertEquals(List.of("申请低保", "申请最低生活保障"), read("申请低保").variants());
  }

  @Test
  void a_word_within_its_synonym_is_not_replaced_by_it() {
    assertFalse(read("基本医疗保险报销").variants().stream().anyMatch(v -> v.contains("基本基本")));
  }

  @Test
  void question_words_say_nothing_but_a_text_of_them_alone_is_kept() {
    assertEquals(List.of("盖房子 报批"), read("盖房子需要报批吗").variants());
    assertEquals(List.of("怎么办"), read("怎么办").variants());
  }

  @Test
  void a_stop_word_is_left_out_unless_nothing_else_was_said() {
    assertEquals(
        List.of("危房 改造"), QueryText.read("危房麻烦帮我查改造", SYNONYMS, List.of("麻烦帮我查")).variants());
    assertEquals(List.of("麻烦"), QueryText.read("麻烦", SYNONYMS, List.of("麻烦")).variants());
  }

  @Test
  void what_was_added_stands_beside_what_was_built_in() {
    Synonyms more = SYNONYMS.and(List.of(List.of("低保", "困难补助")));
    assertEquals(List.of("低保", "困难补助", "最低生活保障"), more.variants("低保"));
  }

  @Test
  void single_characters_are_noticed() {
    assertTrue(QueryText.hasSingles("税"));
    assertTrue(QueryText.hasSingles("税 费用"));
    assertFalse(QueryText.hasSingles("税费"));
    assertTrue(QueryText.isSingles("税"));
    assertFalse(QueryText.isSingles("民法典54条"));
  }
}
