package org.heliograph.statute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitedLawsTest {
  @ParameterizedTest
  @CsvSource({
    "依照刑法第二百六十四条的规定定罪处罚,刑法",
    "依照《中华人民共和国刑法》第264条处罚,刑法",
    "应当认定为民法典第五百六十三条规定的情形,民法典",
    "违反水污染防治法第十条,水污染防治法",
    "当事人根据《 民事诉讼法 》第六十七条申请,民事诉讼法"
  })
  void a_law_is_read_whatever_stands_before_it(String text, String law) {
    assertEquals(Set.of(law), CitedLaws.in(text, "某法"));
  }

  @Test
  void several_laws_are_read_from_one_text() {
    assertEquals(Set.of("民法典", "公司法"), CitedLaws.in("适用民法典第六十条和公司法第二十一条；民法典第八十三条", "某法"));
  }

  @Test
  void a_law_does_not_vouch_for_itself() {
    assertEquals(Set.of(), CitedLaws.in("依照本法第十条、民法典第二条处理", "民法典"));
    assertEquals(Set.of(), CitedLaws.in("前述办法第三条、第四条", "某法"));
  }

  @Test
  void a_law_without_an_article_is_talked_about_and_not_cited() {
    assertEquals(Set.of(), CitedLaws.in("民法典施行前发生的事实", "某法"));
  }
}
