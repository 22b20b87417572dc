package org.heliograph.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.support.Accounts;
import org.heliograph.support.Desk;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways on from an empty page, through the API. */
@QuarkusTest
class NearestIT {
  private static final String VILLAGE = "990121101201";
  private static final List<String> PINYIN =
      List.of("ba", "po", "di", "gao", "ku", "lu", "ma", "nu", "qi", "pa");

  private final StringBuilder name = new StringBuilder();
  private final StringBuilder sound = new StringBuilder();
  private final String mark = "zz" + Long.toString(System.nanoTime(), 36);
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    Portal.awaitSearch();
    for (int i = 0; i < 6; i++) {
      int place = ThreadLocalRandom.current().nextInt(PINYIN.size());
      name.append("巴坡低高苦路马怒七爬".charAt(place));
      sound.append(PINYIN.get(place));
    }
  }

  @AfterEach
  void close() throws Exception {
    plot.close();
  }

  private void planted(Planted... rows) throws Exception {
    plot.plant(List.of(rows));
    plot.awaitIndex();
  }

  private static Planted row(String title) {
    return Planted.published(RecordKind.DISCLOSURE, Desk.fresh("NE"), "QY-MZJ", VILLAGE)
        .titled(title);
  }

  private static List<Map<String, Object>> nearest(Accounts account, String arguments) {
    return Portal.json(
            account,
            "{search(" + arguments + "){totalCount nearest{change text dropped totalCount}}}")
        .getList("data.search.nearest");
  }

  private static Map<String, @Nullable Object> way(
      String change, String text, @Nullable String dropped, int count) {
    var way = new java.util.HashMap<String, @Nullable Object>();
    way.put("change", change);
    way.put("text", text);
    way.put("dropped", dropped);
    way.put("totalCount", count);
    return way;
  }

  @Test
  void pinyin_is_read_as_characters_that_find_something() throws Exception {
    planted(row(name + "公告"), row("关于" + name + "的通知"));
    assertEquals(
        List.of(way("DID_YOU_MEAN", name.toString(), null, 2)),
        nearest(Accounts.ANONYMOUS, "text:\"" + sound + "\" first:1"));
    String wrong = sound.substring(0, 5) + "x" + sound.substring(6);
    assertEquals(
        List.of(way("DID_YOU_MEAN", name.toString(), null, 2)),
        nearest(Accounts.ANONYMOUS, "text:\"" + wrong + "\""));
  }

  @Test
  void characters_and_codes_are_never_corrected() throws Exception {
    Planted row = row(name + "公告");
    planted(row, row(name + "公告"));
    assertEquals(
        List.of(),
        nearest(Accounts.ANONYMOUS, "text:\"" + name.charAt(0) + "鑫鑫" + name.charAt(3) + "\""));
    assertEquals(List.of(), nearest(Accounts.ANONYMOUS, "text:\"" + row.code() + "X\""));
  }

  @Test
  void nothing_is_offered_that_the_viewer_may_not_see() throws Exception {
    planted(row(name + "内参").to(Audience.INTERNAL), row(name + "内参二").to(Audience.INTERNAL));
    assertEquals(List.of(), nearest(Accounts.ANONYMOUS, "text:\"" + sound + "\""));
    assertEquals(
        List.of(way("DID_YOU_MEAN", name.toString(), null, 2)),
        nearest(Accounts.STAFF, "text:\"" + sound + "\""));
  }

  @Test
  void it_says_which_word_or_filter_to_leave_out() throws Exception {
    planted(row("公告" + mark), row("公告" + mark));
    assertEquals(
        List.of(way("WITHOUT_WORD", mark, "qqxxqq", 2)),
        nearest(Accounts.ANONYMOUS, "text:\"" + mark + " qqxxqq\" filter:{years:[2026]}"));
    assertEquals(
        List.of(way("WITHOUT_FILTER", mark, "years", 2)),
        nearest(
            Accounts.ANONYMOUS,
            "text:\"" + mark + "\" filter:{years:[1999] regions:[\"" + VILLAGE + "\"]}"));
    assertEquals(
        List.of(way("WITHOUT_FILTER", mark, "kinds", 2)),
        nearest(Accounts.ANONYMOUS, "text:\"" + mark + "\" kinds:[CASE_OUTCOME]"));
    assertEquals(List.of(), nearest(Accounts.ANONYMOUS, "text:\"" + mark + "\""));
  }
}
