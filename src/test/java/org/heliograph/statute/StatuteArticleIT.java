package org.heliograph.statute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.heliograph.shared.Audience;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Portal;
import org.heliograph.support.Walk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatuteArticleIT {
  private static final String RUN = Desk.fresh("ST");
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  /** A law of this run alone, so that a filter by law finds nothing else. */
  private static final String LAW = "示范法" + RUN;

  @Inject Desk desk;
  @Inject StatuteArticleType type;

  private final List<String> codes = IntStream.range(0, 9).mapToObj(i -> RUN + "-" + i).toList();

  private static StatuteArticle article(
      String code, String number, @Nullable LocalDate repealedOn) {
    return StatuteArticle.draft(
        new StatuteArticle.Draft(
            "中华人民共和国" + LAW, number, "应当公开。", LocalDate.parse("2019-05-15"), repealedOn),
        Desk.origin(code, "NATIONAL", "000000000000", Audience.PUBLIC));
  }

  @BeforeAll
  void put_articles_on_record() {
    var rows = new ArrayList<StatuteArticle>();
    for (int i = 0; i < codes.size(); i++) {
      LocalDate repealedOn =
          switch (i) {
            case 0 -> TODAY;
            case 1 -> TODAY.minusYears(3);
            case 2 -> TODAY.plusDays(1);
            default -> null;
          };
      rows.add(article(codes.get(i), "第" + "一二三四五六七八九".charAt(i) + "条", repealedOn));
    }
    desk.publish(type, rows);
  }

  private static List<String> walk(String more) {
    return Walk.forward(
        Accounts.ANONYMOUS,
        "statuteArticles",
        "filter: {laws: [\""
            + LAW
            + "\"] "
            + more
            + "} sort: {by: PUBLISHED_AT direction: ASCENDING}",
        4);
  }

  @Test
  void a_law_is_found_with_and_without_the_name_of_the_state() {
    for (String name : List.of(LAW, "中华人民共和国" + LAW, "《中华人民共和国" + LAW + "》")) {
      assertEquals(
          9,
          Portal.json(
                  Accounts.ANONYMOUS,
                  "{statuteArticles(filter: {laws: [\"" + name + "\"]}) {totalCount}}")
              .getInt("data.statuteArticles.totalCount"),
          name);
    }
  }

  @Test
  void articles_of_a_law_stand_in_the_order_of_their_source_from_either_end() {
    assertEquals(codes, walk(""));
    assertEquals(
        codes.reversed(),
        Walk.backward(
            Accounts.ANONYMOUS,
            "statuteArticles",
            "filter: {laws: [\"" + LAW + "\"]} sort: {by: PUBLISHED_AT direction: ASCENDING}",
            4));
  }

  @Test
  void an_article_is_repealed_from_its_day_of_repeal_on() {
    assertEquals(codes.subList(0, 2), walk("repealed: true"));
    assertEquals(codes.subList(2, 9), walk("repealed: false"));
    assertEquals(codes, walk("repealed: null"));
  }

  @Test
  void articles_are_found_by_number_and_by_code() {
    assertEquals(List.of(codes.get(2), codes.get(4)), walk("articles: [\"第三条\", \"第五条\"]"));
    var one =
        Portal.json(
            Accounts.ANONYMOUS,
            "{statuteArticle(code: \""
                + codes.getFirst()
                + "\") {law article text effectiveFrom repealedOn}}");
    assertNull(one.get("errors"));
    assertEquals("中华人民共和国" + LAW, one.getString("data.statuteArticle.law"));
    assertEquals("2019-05-15", one.getString("data.statuteArticle.effectiveFrom"));
    assertEquals(TODAY.toString(), one.getString("data.statuteArticle.repealedOn"));
    assertEquals(
        "NOT_FOUND",
        Portal.json(Accounts.ANONYMOUS, "{statuteArticle(code: \"nothing\") {law}}")
            .getString("errors[0].extensions.code"));
  }
}
