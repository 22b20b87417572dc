package org.heliograph.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.heliograph.shared.RecordKind;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written in several forms is found in each, and marked in its own. */
@QuarkusTest
class FormsOfTextIT {
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    Portal.awaitSearch();
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private String planted(String words) throws Exception {
    String code = Desk.fresh("FT");
    plot.plant(
        List.of(
            Planted.published(RecordKind.DISCLOSURE, code, "QY-MZJ", "990121101201")
                .saying(words)
                .titled("公告" + code)));
    plot.awaitIndex();
    return code;
  }

  private static String answer(String text, String code) {
    return Portal.ask(
        Accounts.ANONYMOUS,
        "{search(text:\"%s\", filter:{codes:[\"%s\"]}){totalCount edges{highlights{field fragments}}}}"
            .formatted(text, code));
  }

  @ParameterizedTest(name = "{1} finds {0}")
  @CsvSource({
    "燃气经营许可证核发, 燃氣經營許可證, <em>燃气经营许可证</em>核发",
    "燃氣經營許可證核發, 燃气经营许可证, <em>燃氣經營許可證</em>核發",
    "依据第五十四条办理, 第54条, 依据第<em>五十四</em>条办理",
    "依据第54条办理, 第五十四条, 依据第<em>54</em>条办理",
    "依据第54条办理, 第五十四條, 依据第<em>54</em>条办理",
    "二〇二六年预算, 2026, <em>二〇二六</em>年预算",
    "2026年预算, 二〇二六, <em>2026</em>年预算",
    "２０２６年预算, 二○二六, <em>２０２６</em>年预算",
    "ＡＢＣ公司, abc, <em>ＡＢＣ</em>公司"
  })
  void the_other_form_finds_it_and_its_own_is_marked(String words, String text, String marked)
      throws Exception {
    String answer = answer(text, planted(words));
    assertTrue(answer.contains("\"fragments\":[\"" + marked + "\"]"), answer);
  }

  @Test
  void a_numeral_that_counts_nothing_stays_what_it_is() throws Exception {
    String code = planted("统一安排一个条件");
    assertEquals(
        0,
        Portal.json(
                Accounts.ANONYMOUS,
                "{search(text:\"1\", filter:{codes:[\"%s\"]}){totalCount}}".formatted(code))
            .getInt("data.search.totalCount"));
  }

  @Test
  void a_title_in_traditional_characters_is_suggested_by_simplified_ones() throws Exception {
    String code = Desk.fresh("FT");
    plot.plant(
        List.of(
            Planted.published(RecordKind.DISCLOSURE, code, "QY-MZJ", "990121101201")
                .titled("臺灣同胞經濟權益" + code)));
    plot.awaitIndex();
    assertTrue(
        Portal.ask(
                Accounts.ANONYMOUS,
                "{suggestions(text:\"同胞经济权益" + code.substring(0, 5) + "\", first:20){text}}")
            .contains("臺灣同胞經濟權益" + code));
  }
}
