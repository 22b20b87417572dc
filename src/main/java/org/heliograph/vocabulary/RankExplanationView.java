package org.heliograph.vocabulary;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.search.Explanation;

/** Why a record stands where it stands. */
@Name("RankExplanation")
@Description("How the score of one record came about for one text, in anonymous searches.")
public record RankExplanationView(
    @Description("The score; the higher comes first.") double score,
    @NonNull
        @Description(
            "What the text was read as: without question words, then with synonyms in place.")
        List<@NonNull String> wordings,
    @NonNull @Description("What was added up, outermost first.")
        List<@NonNull RankPartView> parts) {

  /** A part of a score. */
  @Name("RankPart")
  @Description("A number that went into a score.")
  public record RankPartView(
      @Description("How deep it stands in the sum; the parts of a part follow it and stand deeper.")
          int depth,
      @Description("The number.") double value,
      @NonNull @Description("Where it comes from, in the words of the search engine.")
          String description) {}

  static RankExplanationView of(Explanation explanation) {
    return new RankExplanationView(
        explanation.score(),
        explanation.wordings(),
        explanation.parts().stream()
            .map(part -> new RankPartView(part.depth(), part.value(), part.description()))
            .toList());
  }
}
