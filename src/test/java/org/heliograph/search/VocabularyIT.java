package org.heliograph.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
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

/** What administrators tell the search, over HTTP with the tokens of the demo accounts. */
@QuarkusTest
class VocabularyIT {
  private static final long LONGEST = 20_000_000_000L;
  private Plot plot;

  @BeforeEach
  void open() throws Exception {
    plot = new Plot();
    plot.prepare();
    Portal.awaitSearch();
  }

  @AfterEach
  void close() throws SQLException {
    for (String id : asked("{ vocabulary { id } }").getList("data.vocabulary.id", String.class)) {
      asked("mutation { removeFromVocabulary(id: \"" + id + "\", reason: \"test\") { id } }");
    }
    plot.close();
  }

  private static JsonPath asked(String query) {
    return Portal.json(Accounts.ADMIN, query);
  }

  private String planted(String words, Audience audience) throws Exception {
    String code = Desk.fresh("VO");
    plot.plant(
        List.of(
            Planted.published(RecordKind.DISCLOSURE, code, "QY-MZJ", "990121101201")
                .saying(words)
                .to(audience)));
    plot.awaitIndex();
    return code;
  }

  private static String add(String sort, String words, String more) {
    String id =
        asked(
                "mutation { addToVocabulary(entry: {sort: %s, words: [%s]%s}, reason: \"test\") { id } }"
                    .formatted(sort, words, more))
            .getString("data.addToVocabulary.id");
    assertTrue(id != null && !id.isEmpty(), "it was added");
    return id;
  }

  private static List<String> found(String text) {
    return Portal.json(Accounts.ANONYMOUS, "{ search(text: \"" + text + "\") { nodes { code } } }")
        .getList("data.search.nodes.code", String.class);
  }

  /** What is found, once it is that; pods look at the vocabulary once a second. */
  private static void awaitFound(List<String> codes, String text) throws InterruptedException {
    long end = System.nanoTime() + LONGEST;
    while (!found(text).equals(codes) && System.nanoTime() < end) {
      // the service looks for changes of the vocabulary in its own time
      Thread.sleep(100);
    }
    assertEquals(codes, found(text));
  }

  @Test
  void a_synonym_finds_within_seconds_and_no_longer_once_it_is_taken_back() throws Exception {
    String code = planted("貔貅台", Audience.PUBLIC);
    assertEquals(List.of(), found("镇宅兽台"));
    String id = add("SYNONYMS", "\"镇宅兽\", \"貔貅\"", "");
    awaitFound(List.of(code), "镇宅兽台");
    asked("mutation { removeFromVocabulary(id: \"" + id + "\", reason: \"wrong\") { id } }");
    awaitFound(List.of(), "镇宅兽台");
  }

  @Test
  void a_stop_word_is_not_looked_for() throws Exception {
    String code = planted("鼋鼍蛟螭", Audience.PUBLIC);
    String other = planted("劳驾瞅瞅", Audience.PUBLIC);
    awaitFound(List.of(other), "劳驾瞅瞅");
    add("STOP_WORD", "\"劳驾瞅瞅\"", "");
    awaitFound(List.of(code), "劳驾瞅瞅鼋鼍蛟螭");
  }

  @Test
  void a_pinned_record_comes_first_and_a_demoted_one_last() throws Exception {
    String best = planted("麒麟麒麟麒麟", Audience.PUBLIC);
    String other = planted("麒麟与凤凰同在此处", Audience.PUBLIC);
    String far = planted("与此无关的话", Audience.PUBLIC);
    awaitFound(List.of(best, other), "麒麟");
    add("DEMOTION", "\"麒麟\"", ", kind: DISCLOSURE, code: \"" + best + "\"");
    awaitFound(List.of(other, best), "麒麟");
    add("PIN", "\"麒麟\"", ", kind: DISCLOSURE, code: \"" + far + "\"");
    awaitFound(List.of(far, other, best), " 麒麟 ");
  }

  @Test
  void a_pinned_record_that_is_hidden_stays_hidden() throws Exception {
    String hidden = planted("饕餮纹样", Audience.INTERNAL);
    String shown = planted("狻猊纹样", Audience.PUBLIC);
    add("PIN", "\"狻猊\"", ", kind: DISCLOSURE, code: \"" + hidden + "\"");
    awaitFound(List.of(shown), "狻猊");
    JsonPath effect =
        asked(
            "{ previewVocabulary(add: {sort: PIN, words: [\"狻猊\"], kind: DISCLOSURE, code: \""
                + hidden
                + "x\"}, questions: [\"狻猊\"]) { changes totalAfter after } }");
    assertEquals(List.of(shown), effect.getList("data.previewVocabulary[0].after", String.class));
  }

  @Test
  void a_preview_tells_what_would_change_and_changes_nothing() throws Exception {
    String code = planted("囫囵吞", Audience.PUBLIC);
    JsonPath effect =
        asked(
            "{ previewVocabulary(add: {sort: SYNONYMS, words: [\"整个咽\", \"囫囵吞\"]}, questions: [\"整个咽\", \"魑魅魍魉\"]) { changes totalBefore totalAfter before after } }");
    assertEquals(List.of(true, false), effect.getList("data.previewVocabulary.changes"));
    assertEquals(List.of(code), effect.getList("data.previewVocabulary[0].after", String.class));
    assertEquals(List.of(), asked("{ vocabulary { id } }").getList("data.vocabulary"));
  }

  @Test
  void names_with_digits_and_single_characters_are_no_words() {
    for (String entry :
        List.of(
            "sort: SYNONYMS, words: [\"QY-1\", \"低保\"]",
            "sort: SYNONYMS, words: [\"低保\"]",
            "sort: STOP_WORD, words: [\"的\"]",
            "sort: PIN, words: [\"低保\"]",
            "sort: STOP_WORD, words: [\"一下\"], kind: DISCLOSURE, code: \"A\"")) {
      assertEquals(
          "BAD_INPUT",
          asked("mutation { addToVocabulary(entry: {" + entry + "}, reason: \"test\") { id } }")
              .getString("errors[0].extensions.code"),
          entry);
    }
  }

  @Test
  void the_same_is_told_once_and_every_change_is_kept() {
    add("SYNONYMS", "\"甲词\", \"乙词\"", "");
    assertEquals(
        "CONFLICT",
        asked(
                "mutation { addToVocabulary(entry: {sort: SYNONYMS, words: [\"甲词\", \"乙词\"]}, reason: \"test\") { id } }")
            .getString("errors[0].extensions.code"));
    JsonPath changes =
        Portal.json(
            Accounts.AUDITOR, "{ vocabularyChanges { actor reason added entry { words } } }");
    assertEquals("test", changes.getString("data.vocabularyChanges[0].reason"));
    assertTrue(changes.getBoolean("data.vocabularyChanges[0].added"));
    assertFalse(changes.getString("data.vocabularyChanges[0].actor").isEmpty());
  }

  @Test
  void a_rank_is_explained_for_what_visitors_find_and_for_nothing_else() throws Exception {
    String shown = planted("獬豸与冠", Audience.PUBLIC);
    String hidden = planted("獬豸与冠", Audience.RESTRICTED);
    JsonPath why = explained(Accounts.ADMIN, shown);
    assertTrue(why.getDouble("data.rankExplanation.score") > 0);
    assertTrue(why.getList("data.rankExplanation.parts").size() > 3);
    assertEquals(List.of("獬豸"), why.getList("data.rankExplanation.wordings", String.class));
    String none = explained(Accounts.ADMIN, "VO-NONE").getString("errors[0]");
    assertEquals(none, explained(Accounts.ADMIN, hidden).getString("errors[0]"));
    assertTrue(none.contains("NOT_FOUND"), none);
  }

  private static JsonPath explained(Accounts account, String code) {
    return Portal.json(
        account,
        "{ rankExplanation(text: \"獬豸\", kind: DISCLOSURE, code: \""
            + code
            + "\") { score wordings parts { depth value description } } }");
  }

  @Test
  void only_administrators_tell_the_search_and_are_told_of_it() {
    for (Accounts account : Accounts.values()) {
      if (account == Accounts.ADMIN) {
        continue;
      }
      for (String query :
          List.of(
              "{ vocabulary { id } }",
              "{ previewVocabulary(questions: [\"低保\"]) { changes } }",
              "{ rankExplanation(text: \"低保\", kind: DISCLOSURE, code: \"A\") { score } }",
              "mutation { removeFromVocabulary(id: \"1\", reason: \"test\") { id } }",
              "mutation { addToVocabulary(entry: {sort: STOP_WORD, words: [\"低保\"]}, reason: \"test\") { id } }")) {
        String expected = account == Accounts.ANONYMOUS ? "UNAUTHENTICATED" : "FORBIDDEN";
        assertEquals(
            expected,
            Portal.json(account, query).getString("errors[0].extensions.code"),
            account + " " + query);
      }
    }
  }
}
