package org.heliograph.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.heliograph.outbox.OutboxRows.Lag;
import org.heliograph.search.Suggesting.Answer;

/**
 * What the public was suggested, for as long as the index would say the same: everybody types the
 * same few beginnings, and records change by the hour. An answer is given again only while nothing
 * was followed since it was drawn, nothing is being narrowed, and no record in it has reached the
 * end of its window. Nothing of signed-in viewers is kept.
 */
final class KeptTitles {
  private static final int MOST = 5_000;

  /** An operator may put back an index from a copy, without a word: then it is asked again. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Ticker ticker;
  private final long settling;
  private final Cache<Asked, Kept> answers;
  private volatile Seen seen;

  /** What an answer depends on beside the records. */
  record Asked(String typed, int most, boolean erring) {}

  private record Kept(Answer answer, long followed) {}

  /** The last number of followed rows, and since when this pod knows it. */
  private record Seen(long followed, long since) {}

  /**
   * @param settling how long after a row was followed the index may still change by it
   */
  KeptTitles(Duration settling, Ticker ticker) {
    this.settling = settling.toNanos();
    this.ticker = ticker;
    seen = new Seen(Long.MIN_VALUE, ticker.read());
    answers =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(LONGEST)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /**
   * @param lag read from the database for this very request
   * @param now microseconds since 1970
   */
  Optional<Answer> find(Asked asked, Lag lag, long now) {
    notice(lag.followed());
    if (!lag.narrowing().isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(answers.getIfPresent(asked))
        .filter(kept -> kept.followed() == lag.followed() && now < kept.answer().until())
        .map(Kept::answer);
  }

  /** Whether what the index answers from now on may be kept; asked before it is. */
  boolean isSettled(Lag lag) {
    Seen last = seen;
    return lag.narrowing().isEmpty()
        && last.followed() == lag.followed()
        && ticker.read() - last.since() > settling;
  }

  /**
   * @param lag with which it was settled before the index was asked
   */
  void keep(Asked asked, Lag lag, Answer answer) {
    answers.put(asked, new Kept(answer, lag.followed()));
  }

  private void notice(long followed) {
    if (followed > seen.followed()) {
      synchronized (this) {
        if (followed > seen.followed()) {
          seen = new Seen(followed, ticker.read());
        }
      }
    }
  }
}
