package org.heliograph.analytics;

import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** What a day's tally lets out: numbers of five and more visitors, as they are added up. */
sealed interface Told {
  /** The question, or {@link #ALL}. */
  String question();

  /** Stands where no single question is meant. */
  String ALL = "";

  /**
   * A question, and how it was answered.
   *
   * @param asked visitors more than told before
   * @param nothing of these, to how many nothing was found
   * @param median milliseconds that half of the answers took at most; null of too few
   * @param slow milliseconds that all but one in twenty took at most; null of too few
   */
  record Asked(
      String question, int asked, int nothing, @Nullable Integer median, @Nullable Integer slow)
      implements Told {}

  /**
   * A record that visitors opened after a question.
   *
   * @param opened visitors more than told before
   */
  record Opened(String question, RecordKind kind, long recordId, int opened) implements Told {}
}
