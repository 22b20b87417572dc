package org.heliograph.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a text names exactly, through the API. */
@QuarkusTest
class ShortcutIT {
  private static final String VILLAGE = "990121101201";
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

  private static Planted row(RecordKind kind) {
    return Planted.published(kind, Desk.fresh("SC"), "QY-MZJ", VILLAGE);
  }

  private void planted(Planted... rows) throws Exception {
    plot.plant(List.of(rows));
    plot.awaitIndex();
  }

  private static String lead(Accounts account, String text, String path) {
    return Portal.json(
            account,
            "{search(text:\"%s\"){shortcut{record{code} region{code} organisation{code}}}}"
                .formatted(text))
        .getString("data.search.shortcut" + path);
  }

  private static String record(Accounts account, String text) {
    return lead(account, text, "?.record?.code");
  }

  @Test
  void a_code_and_a_document_number_lead_to_their_record() throws Exception {
    Planted row = row(RecordKind.CASE_OUTCOME);
    planted(row);
    assertEquals(row.code(), record(Accounts.ANONYMOUS, row.code()));
    assertEquals(
        row.code(), record(Accounts.ANONYMOUS, row.code().toLowerCase(java.util.Locale.ROOT)));
    assertEquals(row.code(), record(Accounts.ANONYMOUS, "清处（2026）" + row.code() + "号"));
    assertNull(record(Accounts.ANONYMOUS, row.code() + "是什么"));
  }

  @Test
  void a_hidden_record_has_no_shortcut() throws Exception {
    Planted internal = row(RecordKind.CASE_OUTCOME).to(Audience.INTERNAL);
    Planted draft = row(RecordKind.POWER_ITEM).in(Stage.DRAFT);
    planted(internal, draft);
    assertNull(lead(Accounts.ANONYMOUS, internal.code(), ""));
    assertNull(lead(Accounts.ANONYMOUS, draft.code(), ""));
    assertEquals(internal.code(), record(Accounts.STAFF, internal.code()));
    assertNull(lead(Accounts.STAFF, draft.code(), ""));
    assertEquals(draft.code(), record(Accounts.SUPERVISOR, draft.code()));
  }

  @Test
  void a_code_that_two_organisations_use_leads_to_neither() throws Exception {
    Planted one = row(RecordKind.POWER_ITEM);
    planted(one, Planted.published(RecordKind.POWER_ITEM, one.code(), "QY-NYJ", VILLAGE));
    assertNull(lead(Accounts.ANONYMOUS, one.code(), ""));
  }

  @Test
  void an_article_is_found_in_every_way_of_citing_it() throws Exception {
    String law = law();
    Planted article = row(RecordKind.STATUTE_ARTICLE);
    planted(article);
    plot.run(
        "update statute_article set law = ?, law_key = ?, article = '第五十四条' where code = ?",
        "中华人民共和国" + law,
        law,
        article.code());
    plot.run(
        "insert into outbox(kind, record_ids) select 'STATUTE_ARTICLE', array[record_id] from statute_article where code = '"
            + article.code()
            + "'");
    plot.run("select pg_notify('heliograph_outbox', '')");
    plot.awaitIndex();
    awaitLaw(law);
    for (String text :
        List.of(
            law + " 54条",
            law + "54",
            law + "第五十四条",
            "《中华人民共和国" + law + "》第５４條",
            "第五十四条 " + law,
            law.substring(0, 5) + law.substring(law.length() - 2) + "54条")) {
      assertEquals(article.code(), record(Accounts.ANONYMOUS, text), text);
    }
    assertNull(record(Accounts.ANONYMOUS, law + "55条"));
  }

  /** A name of its own, so that short forms mean no other law. */
  private static String law() {
    var name = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      name.append("巴坡低高苦路马怒七爬".charAt(ThreadLocalRandom.current().nextInt(10)));
    }
    return name + "管理条例";
  }

  private static void awaitLaw(String law) throws InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!Portal.ask(Accounts.ANONYMOUS, "{suggestions(text:\"" + law + "\"){kind}}")
        .contains("LAW")) {
      assertTrue(System.nanoTime() < end, "the law's name has not come");
      // polls a cache that is refreshed by another thread; there is nothing to wait on
      Thread.sleep(100);
    }
  }

  @Test
  void a_division_and_an_organisation_are_found_by_name_and_code() {
    assertEquals("990121101000", lead(Accounts.ANONYMOUS, "东溪镇", ".region.code"));
    assertEquals("990121101000", lead(Accounts.ANONYMOUS, "東溪鎮", ".region.code"));
    assertEquals(VILLAGE, lead(Accounts.ANONYMOUS, VILLAGE, ".region.code"));
    assertEquals("QY-MZJ", lead(Accounts.ANONYMOUS, "qy-mzj", ".organisation.code"));
    assertNull(lead(Accounts.ANONYMOUS, "东溪镇有什么", ""));
  }
}
