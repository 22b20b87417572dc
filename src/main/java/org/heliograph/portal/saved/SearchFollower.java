package org.heliograph.portal.saved;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.Telling;
import org.heliograph.search.SearchMatching;
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
    var owed = new ArrayList<Owed>();
    asked.forEach((definition, followers) -> {
      List<Followed> since =
          followers.stream().filter(each -> !each.createdAt().isAfter(telling.at())).toList();
      if (!since.isEmpty() && !standing.current().isEmpty()) {
        List<Long> found = found(definition, telling, standing.current(), viewer);
        if (!found.isEmpty()) {
          since.forEach(each -> owe(each, telling.only(found), owed));
        }
      }
    });
    intake.settle(waiting, standing.behind().stream().sorted().toList(), owed);
  }

  private List<Long> found(
      String kept, Telling telling, Map<Long, PublicRecord> records, Viewer viewer) {
    try {
      SearchDefinition definition = SearchDefinition.parse(kept);
      List<Long> candidates =
          telling.records().stream()
              .filter(id -> {
                PublicRecord row = records.get(id);
                return row != null && definition.mayCover(telling.kind(), row);
              })
              .toList();
      if (candidates.isEmpty()) {
        return List.of();
      }
      Set<Long> found =
          matching.found(
              definition.query(Set.of(telling.kind()), candidates.size()),
              telling.kind(),
              candidates,
              viewer);
      return candidates.stream().filter(found::contains).toList();
    } catch (RuntimeException e) {
      if (isUnavailable(e)) {
        throw e;
      }
      // one search must not stand in the way of the others
      LOG.warnf("a saved search cannot be asked: %s", e.getClass().getSimpleName());
      return List.of();
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
