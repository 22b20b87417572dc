package org.heliograph.portal.saved;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.Telling;
import org.heliograph.search.SearchMatching;
import org.heliograph.search.SearchMatching.Question;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.Channel;
import org.heliograph.shared.Problem;
import org.heliograph.store.ChangeIntake;
import org.heliograph.store.ChangeIntake.Owed;
import org.heliograph.store.ChangeIntake.Waiting;
import org.heliograph.store.ClusterLock;
import org.heliograph.store.SavedSearches;
import org.heliograph.store.SavedSearches.Followed;
import org.heliograph.visibility.Viewer;
import org.jboss.logging.Logger;

/**
 * Compares what has happened with the saved searches and notes who is to be told. A search that
 * several keep is asked once for all of them.
 */
@ApplicationScoped
class SearchFollower {
  private static final Logger LOG = Logger.getLogger(SearchFollower.class);
  private static final String ALONE = "saved searches";

  private final ChangeIntake intake;
  private final SavedSearches searches;
  private final SearchMatching matching;
  private final ClusterLock lock;
  private final Clock clock;

  SearchFollower(
      ChangeIntake intake,
      SavedSearches searches,
      SearchMatching matching,
      ClusterLock lock,
      Clock clock) {
    this.intake = intake;
    this.searches = searches;
    this.matching = matching;
    this.lock = lock;
    this.clock = clock;
  }

  /** Takes in what is new and compares it; nothing is done where another pod is at it. */
  void look() {
    lock.alone(
        ALONE,
        () -> {
          intake.take();
          List<Waiting> waiting = intake.waiting();
          if (!waiting.isEmpty()) {
            var asked = asked();
            waiting.forEach(each -> attempt(each, asked));
          }
        });
  }

  /** Who follows what, by what is asked. */
  private Map<String, List<Followed>> asked() {
    var asked = new HashMap<String, List<Followed>>();
    for (Followed each : searches.followed()) {
      asked.computeIfAbsent(each.definition(), definition -> new ArrayList<>()).add(each);
    }
    return asked;
  }

  private void attempt(Waiting waiting, Map<String, List<Followed>> asked) {
    try {
      compare(waiting, asked);
    } catch (RuntimeException e) {
      if (isUnavailable(e)) {
        throw e;
      }
      // later again: one change must not stand in the way of the others
      LOG.warnf(
          "a change of %s cannot be compared: %s",
          waiting.telling().kind(), e.getClass().getSimpleName());
      intake.settle(waiting, waiting.telling().records(), List.of());
    }
  }

  private static boolean isUnavailable(RuntimeException e) {
    return e instanceof Problem problem && problem.code() == Problem.Code.UNAVAILABLE;
  }

  private void compare(Waiting waiting, Map<String, List<Followed>> asked) {
    Telling telling = waiting.telling();
    if (telling.change() == ChangeKind.WITHDRAWN) {
      intake.settle(waiting, List.of(), intake.toldOf(telling));
      return;
    }
    if (asked.isEmpty()) {
      intake.settle(waiting, List.of(), List.of());
      return;
    }
    Viewer viewer = Viewer.anonymous(clock.instant()).notBefore(telling.at());
    var standing = matching.standing(telling.kind(), telling.records(), viewer);
    Map<String, List<Followed>> since = since(telling, asked);
    var questions = new HashMap<String, Question>();
    for (String kept : since.keySet()) {
      question(kept, telling, standing.current())
          .ifPresent(question -> questions.put(kept, question));
    }
    var owed = new ArrayList<Owed>();
    matching
        .found(telling.kind(), questions, viewer)
        .forEach((kept, found) -> {
          List<Long> told = telling.records().stream().filter(found::contains).toList();
          if (!told.isEmpty()) {
            since
                .getOrDefault(kept, List.of())
                .forEach(each -> owe(each, telling.only(told), owed));
          }
        });
    intake.settle(waiting, standing.behind().stream().sorted().toList(), owed);
  }

  /** Without those who began to follow later. */
  private static Map<String, List<Followed>> since(
      Telling telling, Map<String, List<Followed>> asked) {
    var since = new HashMap<String, List<Followed>>();
    asked.forEach((kept, followers) -> {
      List<Followed> before =
          followers.stream().filter(each -> !each.createdAt().isAfter(telling.at())).toList();
      if (!before.isEmpty()) {
        since.put(kept, before);
      }
    });
    return since;
  }

  /** What is asked of the index; empty where it is plain that the search finds none of them. */
  private static Optional<Question> question(
      String kept, Telling telling, Map<Long, PublicRecord> records) {
    try {
      SearchDefinition definition = SearchDefinition.parse(kept);
      List<Long> candidates =
          telling.records().stream()
              .filter(id -> {
                PublicRecord row = records.get(id);
                return row != null && definition.mayCover(telling.kind(), row);
              })
              .toList();
      return candidates.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Question(
                  definition.query(Set.of(telling.kind()), candidates.size()), candidates));
    } catch (RuntimeException e) {
      // one search must not stand in the way of the others
      LOG.warnf("a saved search cannot be read: %s", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static void owe(Followed follower, Telling telling, List<Owed> owed) {
    if (follower.webhook()) {
      owed.add(new Owed(follower.id(), Channel.WEBHOOK, telling));
    }
    if (follower.digest()) {
      owed.add(new Owed(follower.id(), Channel.DIGEST, telling));
    }
  }
}
