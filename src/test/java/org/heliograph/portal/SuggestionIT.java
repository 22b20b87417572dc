package org.heliograph.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suggestions through the API, over the real index. */
@QuarkusTest
class SuggestionIT {
  private static final String VILLAGE = "990121101201";

  /** Characters with one reading each, whose pinyin is in the same place below. */
  private static final String CHARACTERS = "巴坡低高苦路马怒七爬";

  private static final List<String> PINYIN =
      List.of("ba", "po", "di", "gao", "ku", "lu", "ma", "nu", "qi", "pa");

  private final Random random = new Random();
  private final StringBuilder name = new StringBuilder();
  private final StringBuilder sound = new StringBuilder();
  private final StringBuilder initials = new StringBuilder();
  @Inject MeterRegistry metrics;
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    Portal.awaitSearch();
    // a name that no other row has
    for (int i = 0; i < 7; i++) {
      int place = random.nextInt(PINYIN.size());
      name.append(CHARACTERS.charAt(place));
      sound.append(PINYIN.get(place));
      initials.append(PINYIN.get(place).charAt(0));
    }
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private static Planted row(RecordKind kind, String title) {
    return Planted.published(kind, Desk.fresh("SG"), "QY-MZJ", VILLAGE).titled(title);
  }

  private void planted(Planted... rows) throws Exception {
    plot.plant(List.of(rows));
    plot.awaitIndex();
  }

  private static List<Map<String, Object>> suggest(Accounts account, String text) {
    return Portal.json(
            account,
            "{suggestions(text:\"" + text + "\", first:20){text kind code place recordKind count}}")
        .getList("data.suggestions");
  }

  private static List<String> texts(Accounts account, String text) {
    return suggest(account, text).stream().map(each -> String.valueOf(each.get("text"))).toList();
  }

  @Test
  void a_title_is_suggested_by_its_beginning_its_middle_its_pinyin_and_its_initials()
      throws Exception {
    String title = "关于" + name + "的公告";
    planted(row(RecordKind.DISCLOSURE, title));
    for (String text :
        List.of(
            "关于" + name.substring(0, 5),
            name.toString(),
            name.substring(1, 7),
            name + "的公",
            "guanyu" + sound.substring(0, 12),
            sound.toString(),
            sound.substring(0, sound.length() - 1),
            initials + "dg",
            "gy" + initials)) {
      assertTrue(texts(Accounts.ANONYMOUS, text).contains(title), text);
    }
  }

  @Test
  void one_typing_error_is_forgiven_in_pinyin_and_none_in_characters() throws Exception {
    String title = name + "公告";
    planted(row(RecordKind.DISCLOSURE, title));
    String wrong = sound.substring(0, 5) + "x" + sound.substring(6, 11);
    assertTrue(texts(Accounts.ANONYMOUS, wrong).contains(title), wrong);
    assertEquals(
        List.of(), texts(Accounts.ANONYMOUS, name.substring(0, 4) + "鑫" + name.substring(5)));
  }

  @Test
  void what_begins_with_the_text_comes_first() throws Exception {
    planted(row(RecordKind.DISCLOSURE, "公告：" + name), row(RecordKind.POWER_ITEM, name + "许可"));
    assertEquals(List.of(name + "许可", "公告：" + name), texts(Accounts.ANONYMOUS, name.toString()));
  }

  @Test
  void the_same_notice_of_several_villages_is_one_suggestion_with_a_count() throws Exception {
    planted(
        row(RecordKind.DISCLOSURE, "柳湾村" + name + "公示"),
        row(RecordKind.DISCLOSURE, "东溪镇柳湾村" + name + "公示"),
        Planted.published(RecordKind.DISCLOSURE, Desk.fresh("SG"), "QY-MZJ", "990121102201")
            .titled("石桥村" + name + "公示"),
        row(RecordKind.POWER_ITEM, "柳湾村" + name + "公示"));
    var found = suggest(Accounts.ANONYMOUS, name.toString());
    assertEquals(2, found.size());
    assertEquals(name + "公示", found.get(0).get("text"));
    assertEquals(3, found.get(0).get("count"));
    assertEquals("DISCLOSURE", found.get(0).get("recordKind"));
    assertEquals("柳湾村" + name + "公示", found.get(1).get("text"));
    assertEquals(1, found.get(1).get("count"));
  }

  @Test
  void only_titles_of_records_that_the_viewer_may_see_are_suggested_and_counted() throws Exception {
    planted(
        row(RecordKind.DISCLOSURE, name + "公示"),
        row(RecordKind.DISCLOSURE, name + "公示").to(Audience.INTERNAL),
        row(RecordKind.DISCLOSURE, name + "内参").to(Audience.RESTRICTED));
    for (String text : List.of(name.toString(), sound.toString(), initials + "g")) {
      var open = suggest(Accounts.ANONYMOUS, text);
      assertEquals(1, open.size(), text);
      assertEquals(1, open.getFirst().get("count"), text);
    }
    assertEquals(2, suggest(Accounts.STAFF, name.toString()).getFirst().get("count"));
    assertEquals(1, suggest(Accounts.STAFF, name.toString()).size());
    assertEquals(2, suggest(Accounts.SUPERVISOR, name.toString()).size());
  }

  @Test
  void a_title_that_is_being_withdrawn_is_not_suggested_while_the_index_lags() throws Exception {
    Planted goes = row(RecordKind.DISCLOSURE, name + "公示");
    planted(goes);
    plot.run(
        "with gone as (update disclosure set stage = 'WITHDRAWN', withdrawn_at = now(), withdrawal_kind = 'GONE' where code = ? returning record_id)"
            + " insert into outbox(kind, record_ids, narrowing, locked_until) select 'DISCLOSURE', array[record_id], true, now() + interval '1 hour' from gone",
        goes.code());
    List<String> meanwhile = texts(Accounts.ANONYMOUS, name.toString());
    plot.run("update outbox set locked_until = null where narrowing and kind = 'DISCLOSURE'");
    plot.run("select pg_notify('heliograph_outbox', '')");
    assertEquals(List.of(), meanwhile);
    plot.awaitIndex();
    assertEquals(List.of(), texts(Accounts.ANONYMOUS, name.toString()));
  }

  @Test
  void a_kept_answer_knows_of_every_change_at_once() throws Exception {
    Planted goes = row(RecordKind.DISCLOSURE, name + "公示");
    planted(goes);
    assertEquals(List.of(name + "公示"), kept());
    planted(row(RecordKind.POWER_ITEM, name + "许可"));
    assertEquals(
        Set.of(name + "公示", name + "许可"), Set.copyOf(texts(Accounts.ANONYMOUS, "" + name)));
    assertEquals(2, kept().size());
    plot.narrow(RecordKind.DISCLOSURE, goes.code(), Audience.INTERNAL);
    assertEquals(List.of(name + "许可"), texts(Accounts.ANONYMOUS, "" + name));
    plot.awaitIndex();
    assertEquals(List.of(name + "许可"), texts(Accounts.ANONYMOUS, "" + name));
    assertEquals(2, texts(Accounts.STAFF, "" + name).size());
    assertEquals(List.of(name + "许可"), kept());
  }

  @Test
  void a_kept_answer_ends_with_the_window_of_its_record() throws Exception {
    Instant until = Instant.now().plusSeconds(5);
    planted(
        row(RecordKind.DISCLOSURE, name + "公示").between(until.minus(Duration.ofDays(1)), until));
    assertEquals(List.of(name + "公示"), kept());
    List<String> last = kept();
    while (Instant.now().isBefore(until)) {
      List<String> now = texts(Accounts.ANONYMOUS, "" + name);
      last = Instant.now().isBefore(until) ? now : last;
    }
    assertEquals(List.of(name + "公示"), last);
    assertEquals(List.of(), texts(Accounts.ANONYMOUS, "" + name));
  }

  /** What is suggested as soon as it is an earlier answer that is given again. */
  private List<String> kept() throws InterruptedException {
    Counter again = metrics.counter("heliograph.suggestions.kept");
    Instant patience = Instant.now().plusSeconds(30);
    while (Instant.now().isBefore(patience)) {
      double before = again.count();
      List<String> texts = texts(Accounts.ANONYMOUS, "" + name);
      if (again.count() > before) {
        return texts;
      }
      // the index settles for a moment after each change
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return fail("nothing was kept");
  }

  @Test
  void receipts_are_not_suggested_but_their_programme_is() throws Exception {
    planted(row(RecordKind.SUBSIDY_BENEFICIARY, name + "发放"));
    assertEquals(List.of(), texts(Accounts.ANONYMOUS, name.toString()));
    plot.run(
        "insert into subsidy_programme(code, name, category, organisation, region, publicity_rule)"
            + " values (?, ?, '民生救助', 'QY-MZJ', '990121000000', 'MASKED')",
        Desk.fresh("SG-P"),
        name + "补贴");
    awaitName(name.toString());
    var found = suggest(Accounts.ANONYMOUS, sound + "bu").getFirst();
    assertEquals("PROGRAMME", found.get("kind"));
    assertEquals(name + "补贴", found.get("text"));
  }

  @Test
  void divisions_organisations_and_laws_are_suggested_with_their_codes() throws Exception {
    String region = "9901211" + (10000 + random.nextInt(89999));
    plot.run(
        "insert into region(code, name, level, parent, path_name) values (?, ?, 'VILLAGE', '990121101000', ?) on conflict do nothing",
        region,
        name + "村",
        "云岭省/澄州市/清源县/东溪镇/" + name + "村");
    plot.run(
        "insert into organisation(code, name, short_name, kind, region) values (?, ?, null, 'GOVERNMENT', '990121000000')",
        "SG-" + region,
        name + "管理局");
    awaitName(name + "村");
    awaitName(name + "管");
    var found = suggest(Accounts.ANONYMOUS, name.toString());
    assertEquals(
        List.of("REGION", "ORGANISATION"), found.stream().map(e -> e.get("kind")).toList());
    assertEquals(List.of(region, "SG-" + region), found.stream().map(e -> e.get("code")).toList());
    assertEquals("云岭省/澄州市/清源县/东溪镇/" + name + "村", found.getFirst().get("place"));
    assertTrue(texts(Accounts.ANONYMOUS, initials + "glj").contains(name + "管理局"));
    planted(row(RecordKind.STATUTE_ARTICLE, "示例法第一条"));
    awaitName("示例法");
    assertTrue(
        suggest(Accounts.ANONYMOUS, "slf").stream()
            .anyMatch(each -> "LAW".equals(each.get("kind")) && "示例法".equals(each.get("text"))));
  }

  /** Names are read again in the background, some time after they were asked for. */
  private static void awaitName(String text) throws InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (suggest(Accounts.ANONYMOUS, text).stream()
        .allMatch(each -> "TITLE".equals(each.get("kind")))) {
      assertFalse(System.nanoTime() > end, "the name " + text + " has not come");
      // polls a cache that is refreshed by another thread; there is nothing to wait on
      Thread.sleep(100);
    }
  }

  @Test
  void text_of_signs_alone_suggests_nothing_and_a_wrong_number_is_told() {
    assertEquals(List.of(), texts(Accounts.ANONYMOUS, "？！"));
    var refused =
        Portal.json(Accounts.ANONYMOUS, "{suggestions(text:\"低保\", first:21){text}}")
            .getString("errors[0].extensions.code");
    assertEquals("BAD_INPUT", refused);
  }
}
