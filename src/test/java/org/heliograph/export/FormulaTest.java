package org.heliograph.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+86 139",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\tplain",
        " =1",
        "\u3000=1",
        "\u00A0=1",
        "\u200B=1",
        "\uFEFF=1",
        "\u0000=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "﹦1+1",
        "﹢1",
        "﹣1",
        "﹫SUM(A1)",
        " \u3000＝cmd|' /C calc'!A0"
      })
  void a_text_that_would_run_gets_an_apostrophe(String text) {
    assertEquals("'" + text, Formula.neutralised(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a=b", "低保-东溪镇", "1-2", "'=1", "（=）", "《+》", "—— 说明"})
  void other_texts_stay_as_they_are(String text) {
    assertEquals(text, Formula.neutralised(text));
  }
}
