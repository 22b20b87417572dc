package org.heliograph.poweritem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.heliograph.directory.Directory;
import org.heliograph.shared.Audience;
import org.heliograph.statute.StatuteArticle;
import org.heliograph.statute.StatuteArticleType;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.heliograph.support.Statements;
import org.heliograph.support.Walk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerItemIT {
  private static final String RUN = Desk.fresh("PI");
  private static final String TOWN = "990121102000";

  @Inject Desk desk;
  @Inject Directory directory;
  @Inject PowerItemType items;
  @Inject StatuteArticleType articles;

  private final List<String> codes =
      IntStream.range(0, 20).mapToObj(i -> String.format("%s-%02d", RUN, i)).toList();

  @BeforeAll
  void put_twenty_items_on_record() throws Exception {
    try (var plot = new Plot()) {
      plot.prepare();
    }
    desk.publish(
        articles,
        List.of(
            StatuteArticle.draft(
                new StatuteArticle.Draft("示范法", "第七条", "应当公开。", null, null),
                Desk.origin(RUN + "-S", "NATIONAL", "000000000000", Audience.PUBLIC))));
    var rows = new ArrayList<PowerItem>();
    for (int i = 0; i < codes.size(); i++) {
      // two organisations and two regions: one of each would hide a query per row
      rows.add(
          PowerItemDrafts.full(
              codes.get(i),
              i % 2 == 0 ? "QY-MZJ" : "QY-NYJ",
              i % 3 == 0 ? TOWN : "990121000000",
              Audience.PUBLIC));
    }
    desk.publish(items, rows);
    try (var plot = new Plot()) {
      // its statements must not be taken for those of a request
      plot.awaitIndex();
    }
  }

  private static String among(List<String> codes) {
    return "filter: {codes: [\""
        + String.join("\", \"", codes)
        + "\"]} sort: {by: CODE, direction: ASCENDING}";
  }

  private List<String> statementsForAPageOf(int size) {
    directory.refresh();
    try (var statements = new Statements()) {
      var answer =
          Portal.json(
              Accounts.ANONYMOUS,
              "{powerItems("
                  + among(codes.subList(0, size))
                  + """
                   first: 100) {totalCount nodes {code title organisation {name} region {pathName}
                    legalBases {law statuteArticle {text}}
                    steps {key next {to} riskPoints {code measures {description}} supervisionPoints {code}}
                    riskPoints {code measures {description}}}}}
                  """);
      assertEquals(size, answer.getInt("data.powerItems.totalCount"));
      String last = "data.powerItems.nodes[" + (size - 1) + "]";
      assertEquals("应当公开。", answer.getString(last + ".legalBases[0].statuteArticle.text"));
      assertEquals(
          List.of("公示", "抽查"),
          answer.getList(last + ".steps[1].riskPoints[0].measures.description"));
      assertEquals("F02", answer.getString(last + ".riskPoints[1].code"));
      return statements.heard();
    }
  }

  @Test
  void a_page_of_whole_items_costs_the_same_statements_whatever_its_size() {
    var five = statementsForAPageOf(5);
    var twenty = statementsForAPageOf(20);
    assertEquals(five.size(), twenty.size(), () -> String.join("\n", twenty));
    // rows with total, all child tables in one trip, articles, organisations, regions
    assertEquals(5, twenty.size(), () -> String.join("\n", twenty));
  }

  @Test
  void only_people_in_office_read_phones_and_remarks() {
    String query =
        "{powerItem(code: \""
            + codes.getFirst()
            + "\") {contactPhone reviewRemark steps {handlerPhone}}}";
    for (Accounts account : Accounts.values()) {
      var answer = Portal.json(account, query);
      boolean inOffice =
          switch (account) {
            case STAFF, EDITOR, REVIEWER, DEPUTY, SERVICE, SUPERVISOR, AUDITOR, ADMIN -> true;
            // the item lies in another township, or belongs to another organisation
            case ANONYMOUS, CITIZEN, STAFF_EAST, EDITOR_NYJ, EDITOR_BARE, SUPERVISOR_TOWN -> false;
          };
      assertEquals(
          inOffice ? "0990-2907905" : null,
          answer.getString("data.powerItem.contactPhone"),
          account.name());
      assertEquals(
          inOffice ? "复核意见" : null,
          answer.getString("data.powerItem.reviewRemark"),
          account.name());
      assertEquals(
          inOffice ? "0990-2907906" : null,
          answer.getString("data.powerItem.steps[0].handlerPhone"),
          account.name());
      assertNull(answer.get("errors"), account.name());
    }
  }

  @Test
  void a_list_reads_the_same_from_either_end() {
    assertEquals(codes, Walk.forward(Accounts.ANONYMOUS, "powerItems", among(codes), 7));
    assertEquals(
        codes.reversed(), Walk.backward(Accounts.ANONYMOUS, "powerItems", among(codes), 7));
    // all have the same time of publication: the row's id breaks the tie
    String byTime = "filter: {codes: [\"" + String.join("\", \"", codes) + "\"]}";
    var newestFirst = Walk.forward(Accounts.ANONYMOUS, "powerItems", byTime, 3);
    assertTrue(newestFirst.containsAll(codes));
    assertEquals(codes.size(), newestFirst.size());
    assertEquals(
        newestFirst.reversed(), Walk.backward(Accounts.ANONYMOUS, "powerItems", byTime, 3));
  }
}
