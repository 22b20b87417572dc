package org.heliograph.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.heliograph.search.IndexCatalog;
import org.heliograph.shared.Audience;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.Stage;
import org.heliograph.support.Accounts;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.heliograph.support.Portal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two worlds that differ only in what a viewer may not see are the same world to them: every list,
 * total, order, cursor, summary, search, facet, highlight and error. The second world is the first
 * plus rows that the policy hides from the viewer (full of the words that everybody asks for) and
 * with other values in the fields that they may not read.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoWorldsIT {
  private static final List<RecordKind> KINDS =
      List.of(
          RecordKind.POWER_ITEM,
          RecordKind.DISCLOSURE,
          RecordKind.SUBSIDY_BENEFICIARY,
          RecordKind.CASE_OUTCOME);
  private static final List<String> ORGANISATIONS = List.of("QY-MZJ", "QY-NYJ", "QY-GAJ");
  private static final List<String> REGIONS =
      List.of("990121000000", "990121101000", "990121101201", "990121102201", "990122000000");

  /** Codes of this run: the database may hold those of another. */
  private static final String RUN =
      Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);

  private static final String HISTORY =
      "revisions(id: \"%s\") { revision stage publishedAt changeNote }";
  private static final String CHANGES =
      "{ changes(id: \"%s\", from: 1, to: 1) { field before after } }";

  private record Known(Planted record, long id) {}

  @Inject IndexCatalog catalog;
  private final List<Known> base = new ArrayList<>();

  /** Whether nothing was written since the indices were built anew. */
  private boolean rebuilt;

  @BeforeAll
  void plant_the_first_world() throws Exception {
    try (var plot = new Plot()) {
      plot.prepare();
      var records = variants("A");
      records.add(
          Planted.published(
              RecordKind.STATUTE_ARTICLE, "TW-" + RUN + "-A-STATUTE", "NATIONAL", "000000000000"));
      var ids = plot.plant(records);
      for (int i = 0; i < ids.size(); i++) {
        base.add(new Known(records.get(i), ids.get(i)));
      }
      plot.awaitIndex();
    }
    // other tests leave documents behind that have no row: both worlds start from the rows alone
    rebuildIndices();
  }

  /** Statutes too: they are the same in both worlds, but a merge of segments moves their scores. */
  private void rebuildIndices() {
    for (RecordKind kind : RecordKind.values()) {
      assertTrue(catalog.reindex(kind).isPresent(), "nobody else builds indices");
    }
    rebuilt = true;
  }

  /** All but the deputy, who has the grants of editor and reviewer, each asked here by itself. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEPUTY")
  void a_viewer_cannot_tell_the_worlds_apart(Accounts account) throws Exception {
    try (var plot = new Plot()) {
      var questions = questions();
      Map<String, String> before = answers(account, questions);
      Map<String, String> filesBefore = files(account);
      Map<String, String> rankedBefore = ranked(account);
      var hidden = hiddenFrom(account);
      assertFalse(hidden.isEmpty(), "nothing is hidden from " + account);
      rebuilt = false;
      List<Long> secrets = plot.plant(hidden);
      changeFieldsHiddenFrom(account, plot);
      plot.awaitIndex();
      Map<String, String> after = answers(account, questions);
      for (String name : questions.keySet()) {
        assertEquals(before.get(name), after.get(name), name + ", as " + account);
      }
      Map<String, String> filesAfter = files(account);
      filesBefore.forEach(
          (name, file) -> assertEquals(file, filesAfter.get(name), name + ", as " + account));
      assertEquals(rankedBefore, ranked(account), "order by relevance, as " + account);
      assertNothingThere(account, hidden, secrets);
    }
  }

  /**
   * The order by relevance, for the public tier: from indices built anew, because what an index
   * once held goes on moving its statistics until segments are merged. In the internal tier hidden
   * rows move BM25's statistics: there the order by relevance keeps no secret, and no score is
   * shown.
   */
  private Map<String, String> ranked(Accounts account) {
    if (account != Accounts.ANONYMOUS) {
      return Map.of();
    }
    if (!rebuilt) {
      rebuildIndices();
    }
    return answers(account, Questions.ranked());
  }

  /**
   * Asking for a hidden record by its code, or for its history by its global id, is answered
   * exactly as asking for what nobody ever used.
   */
  private static void assertNothingThere(
      Accounts account, List<Planted> hidden, List<Long> secrets) {
    var asked = new LinkedHashMap<String, String>();
    var expected = new HashMap<String, String>();
    for (int i = 0; i < hidden.size(); i++) {
      RecordKind kind = hidden.get(i).kind();
      String code = hidden.get(i).code();
      String id = RecordRef.of(kind, secrets.get(i)).globalId();
      String nobody = RecordRef.of(kind, 7).globalId();
      for (String query : List.of(ofRecord(kind, code, id), CHANGES.formatted(id))) {
        asked.put(query, query);
        expected.put(query, query.replace(code, "TW-NOBODY").replace(id, nobody));
      }
    }
    Map<String, String> answers = together(4, asked.keySet(), query -> Portal.ask(account, query));
    Map<String, String> nothing =
        together(4, Set.copyOf(expected.values()), query -> Portal.ask(account, query));
    answers.forEach((query, answer) ->
        assertEquals(nothing.get(expected.get(query)), answer, query + ", as " + account));
  }

  private static String ofRecord(RecordKind kind, String code, String id) {
    return "{ " + HISTORY.formatted(id) + " " + Questions.ofCode(kind.name(), code) + " }";
  }

  private Map<String, String> questions() {
    var all = new LinkedHashMap<>(Questions.lists());
    all.putAll(Questions.searches());
    for (Known known : base) {
      String id = RecordRef.of(known.record().kind(), known.id()).globalId();
      String code = known.record().code();
      all.put("record " + code, ofRecord(known.record().kind(), code, id));
    }
    return all;
  }

  private static Map<String, String> answers(Accounts account, Map<String, String> questions) {
    Map<String, String> answers =
        together(
            4,
            questions.keySet(),
            name -> Portal.ask(account, String.valueOf(questions.get(name))));
    // a question that nobody can answer would make the two worlds equal for the wrong reason
    answers.forEach((name, answer) -> {
      if (!name.startsWith("record ") && !name.equals(Questions.WRONG_CURSOR)) {
        assertFalse(answer.contains("\"errors\""), name + ", as " + account + ": " + answer);
      }
    });
    return answers;
  }

  /** Several at once: asking one after the other would be most of this test's time. */
  private static Map<String, String> together(
      int askers, Collection<String> names, UnaryOperator<String> ask) {
    var answers = new LinkedHashMap<String, String>();
    try (var pool = Executors.newFixedThreadPool(askers)) {
      var asked = new LinkedHashMap<String, Future<String>>();
      names.forEach(name -> asked.put(name, pool.submit(() -> ask.apply(name))));
      for (var each : asked.entrySet()) {
        answers.put(each.getKey(), each.getValue().get());
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
    return answers;
  }

  /** Whole files; one that broke off would not come to its end. */
  private static Map<String, String> files(Accounts account) {
    // one client has two places, and gets one back a moment after its file has ended
    return together(1, Questions.exports(), address -> Portal.download(account, address));
  }

  private List<Planted> hiddenFrom(Accounts account) {
    Viewer viewer = account.viewer(Instant.now());
    return variants("B-" + account).stream()
        .filter(record ->
            VisibilityPolicy.of(record.kind(), viewer).fields(record).isEmpty()
                && VisibilityPolicy.ofWithdrawn(viewer).fields(record).isEmpty())
        .toList();
  }

  private void changeFieldsHiddenFrom(Accounts account, Plot plot) throws Exception {
    Viewer viewer = account.viewer(Instant.now());
    for (Known known : base) {
      var readable = VisibilityPolicy.of(known.record().kind(), viewer).fields(known.record());
      for (FieldClass fieldClass : FieldClass.values()) {
        if (fieldClass != FieldClass.OPEN && !readable.contains(fieldClass)) {
          plot.changeHidden(known.record().kind(), known.id(), fieldClass, "低保" + account);
        }
      }
    }
  }

  /**
   * Every kind in every stage, audience and window that makes a difference, spread over
   * organisations and regions.
   */
  private static List<Planted> variants(String world) {
    Instant now = Instant.now();
    var all = new ArrayList<Planted>();
    int number = 0;
    for (RecordKind kind : KINDS) {
      for (String organisation : ORGANISATIONS) {
        for (String region : REGIONS) {
          String code = "TW-" + RUN + "-" + world + "-" + number++;
          Planted open = Planted.published(kind, code, organisation, region);
          if (number % 3 == 0) {
            // a title that records of both worlds share, so that hidden ones would raise its count
            open = open.titled("低保季度公示");
          }
          all.add(
              switch (number % 8) {
                case 0 -> open.in(Stage.DRAFT);
                case 1 -> open.to(Audience.INTERNAL);
                case 2 -> open.to(Audience.RESTRICTED);
                case 3 -> open.between(now.plus(Duration.ofDays(30)), OpenEnd.INSTANT);
                case 4 ->
                    open.between(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(30)));
                case 5 -> open.in(Stage.EXPIRED);
                case 6 -> open.in(Stage.IN_REVIEW);
                default -> world.equals("A") ? open : open.to(Audience.RESTRICTED);
              });
        }
      }
    }
    if (world.equals("A")) {
      for (RecordKind kind : KINDS) {
        for (String organisation : ORGANISATIONS) {
          all.add(
              Planted.published(
                  kind,
                  "TW-" + RUN + "-A-OPEN-" + kind.ordinal() + organisation,
                  organisation,
                  REGIONS.get(2)));
        }
        all.add(
            Planted.published(
                    kind, "TW-" + RUN + "-A-GONE-" + kind.ordinal(), "QY-MZJ", REGIONS.get(0))
                .in(Stage.WITHDRAWN));
      }
    }
    return all;
  }
}
