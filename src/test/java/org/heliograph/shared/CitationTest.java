package org.heliograph.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {
  @ParameterizedTest
  @CsvSource({
    "第五十四条,54",
    "54条,54",
    "第54条,54",
    "第５４条,54",
    "第十条,10",
    "第十五条,15",
    "第二十条,20",
    "第一百零一条,101",
    "第一百一十条,110",
    "第二百条,200",
    "第一千二百六十条,1260",
    "第一千零五条,1005",
    "第一百二十条之一,120-1",
    "第 五十四 条,54"
  })
  void article_numbers_have_one_spelling(String article, String number) {
    assertEquals(Optional.of(number), Citation.number(article));
  }

  @Test
  void what_is_no_article_has_no_number() {
    assertEquals(Optional.empty(), Citation.number("附则"));
    assertEquals(Optional.empty(), Citation.number("第五十四条第二款"));
  }

  @Test
  void the_name_of_the_state_and_title_marks_do_not_matter() {
    assertEquals(Citation.key("《中华人民共和国民法典》", "第五十四条"), Citation.key("民法典", "54条"));
    assertEquals("中华人民共和国", Citation.lawKey("中华人民共和国"));
  }

  @Test
  void brackets_and_width_do_not_matter_in_a_document_number() {
    assertEquals(Citation.normalise("清市监罚〔2026〕12号"), Citation.normalise("清市监罚（２０２６） 12号"));
  }
}
