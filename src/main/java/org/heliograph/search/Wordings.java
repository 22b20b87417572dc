package org.heliograph.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.heliograph.search.SearchPlan.Words;
import org.heliograph.shared.Problem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads texts in the light of what the search was built with, and what administrators told it. */
@ApplicationScoped
class Wordings {
  private static final Logger LOG = Logger.getLogger(Wordings.class);

  /** How soon a change of the vocabulary is noticed by a pod that did not make it. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final VocabularyRows rows;
  private final Standings standings;
  private final Clock clock;
  private final Synonyms built = Synonyms.load();
  private volatile Known known = new Known(Vocabulary.NOTHING, built, -1, Instant.EPOCH);

  private record Known(Vocabulary vocabulary, Synonyms synonyms, long version, Instant at) {}

  Wordings(VocabularyRows rows, Standings standings, Clock clock) {
    this.rows = rows;
    this.standings = standings;
    this.clock = clock;
  }

  /**
   * @param trial instead of the vocabulary that is in force; null for that
   */
  Words of(String text, Tier tier, @Nullable Vocabulary trial) {
    if (text.isEmpty()) {
      return Words.NONE;
    }
    Vocabulary vocabulary = trial == null ? current().vocabulary() : trial;
    Synonyms synonyms = trial == null ? current().synonyms() : built.and(trial.synonyms());
    return new Words(
        QueryText.read(text, synonyms, vocabulary.stopWords()),
        standings.of(tier),
        vocabulary.placements(text),
        false);
  }

  private Known current() {
    Known now = known;
    Instant at = clock.instant();
    if (at.isBefore(now.at().plus(PATIENCE))) {
      return now;
    }
    try {
      long version = rows.version();
      if (version == now.version()) {
        now = new Known(now.vocabulary(), now.synonyms(), version, at);
      } else {
        Vocabulary read = rows.read();
        now = new Known(read, built.and(read.synonyms()), version, at);
      }
    } catch (Problem e) {
      // a search that needs the database tells its caller; words alone are no reason to fail
      LOG.debug("the vocabulary could not be read", e);
      now = new Known(now.vocabulary(), now.synonyms(), now.version(), at);
    }
    known = now;
    return now;
  }
}
