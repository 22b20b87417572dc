package org.heliograph.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heliograph.record.Criterion;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param text words, a code, a document number or a citation; blank to browse by filters alone
 * @param kinds empty for all kinds
 * @param facets names of fields to count the hits by
 */
public record SearchQuery(
    String text,
    Set<RecordKind> kinds,
    List<Criterion> criteria,
    Order order,
    Set<String> facets,
    Slice slice,
    Wants wants) {
  /** Longer texts are no questions, and cost the cluster dearly. */
  public static final int LONGEST = 300;

  public SearchQuery {
    text = text.strip();
    kinds = kinds.isEmpty() ? Set.copyOf(EnumSet.allOf(RecordKind.class)) : Set.copyOf(kinds);
    criteria = List.copyOf(criteria);
    facets = Set.copyOf(facets);
    if (text.length() > LONGEST) {
      throw Problem.badInput("text", "is longer than " + LONGEST + " characters: ask more briefly");
    }
  }

  /** Everything of some kinds: the frame of a question that is put in another way. */
  static SearchQuery everything(Set<RecordKind> kinds) {
    return new SearchQuery(
        "",
        kinds,
        List.of(),
        Order.RELEVANCE,
        Set.of(),
        new Slice(1, null),
        new Wants(false, false, false));
  }

  /**
   * The order of hits.
   *
   * @param field null for relevance, best first
   */
  public record Order(@Nullable String field, boolean descending) {
    public static final Order RELEVANCE = new Order(null, true);
  }

  /**
   * The first hits, or those after a cursor.
   *
   * @param after a cursor of an earlier page of the same search
   * @param grouped whether of records that differ by their places alone only the best is a hit
   */
  public record Slice(int size, @Nullable String after, boolean grouped) {
    public Slice(int size, @Nullable String after) {
      this(size, after, false);
    }
  }

  /** What the answer has to hold beside the hits. */
  public record Wants(boolean hits, boolean total, boolean highlights) {}
}
