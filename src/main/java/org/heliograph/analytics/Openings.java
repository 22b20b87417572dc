package org.heliograph.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.heliograph.shared.China;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.CursorCodec;
import org.jspecify.annotations.Nullable;

/**
 * Marks that go out with hits and come back when one is opened. A mark says which record was found
 * for which words on which day; all who find it that day are given the same one, so that it tells
 * nothing of who they are. Nobody can make one.
 */
@ApplicationScoped
public class Openings {
  private static final String SCOPE = "opening of a hit";
  private final CursorCodec codec;
  private final SearchTally tally;
  private final Clock clock;

  Openings(CursorCodec codec, SearchTally tally, Clock clock) {
    this.codec = codec;
    this.tally = tally;
    this.clock = clock;
  }

  private LocalDate date() {
    return LocalDate.ofInstant(clock.instant(), China.ZONE);
  }

  /** The mark of a hit; null where its opening is not counted. */
  public @Nullable String mark(long visitor, String text, RecordKind kind, long recordId) {
    Optional<String> words = visitor == 0 ? Optional.empty() : Wording.of(text);
    return words
        .map(each -> codec.encode(date() + "/" + kind.name() + "/" + recordId + "/" + each, SCOPE))
        .orElse(null);
  }

  /** Counts an opening. Of a day before yesterday it says nothing, and counts nothing. */
  void note(long visitor, String mark) {
    String[] parts = read(mark).split("/", 4);
    LocalDate given;
    RecordKind kind;
    long recordId;
    try {
      given = LocalDate.parse(parts[0]);
      kind = RecordKind.valueOf(parts[1]);
      recordId = Long.parseLong(parts[2]);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw foreign();
    }
    if (!given.isBefore(date().minusDays(1))) {
      tally.opened(visitor, parts[3], kind, recordId);
    }
  }

  private String read(String mark) {
    try {
      return codec.decode(mark, SCOPE, "hit");
    } catch (Problem e) {
      throw foreign();
    }
  }

  private static Problem foreign() {
    return Problem.badInput(
        "hit", "is no opening mark: give back the one that came with a hit of the search");
  }
}
