package org.heliograph.portal;

import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.search.SearchQuery;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** What the search box shows while somebody types. */
@GraphQLApi
public class SuggestionApi {
  private static final int USUAL = 8;
  private static final int MOST = 20;

  private final CurrentViewer viewer;
  private final Suggestions suggestions;

  public SuggestionApi(CurrentViewer viewer, Suggestions suggestions) {
    this.viewer = viewer;
    this.suggestions = suggestions;
  }

  @Query
  @PermitAll
  @NonNull
  @Description(
      "What somebody may be about to type: titles of records, organisations, divisions, subsidy programmes and laws in which the text stands, those that begin with"
          + " it first; in characters, in pinyin (dibao) or its first letters (db), with one typing error forgiven in pinyin of four letters and more. Only"
          + " titles of records that you may see. UNAVAILABLE while the index cannot be reached.")
  public List<@NonNull SuggestionView> suggestions(
      @NonNull @Description("What was typed so far, at most 300 characters.") String text,
      @Nullable @Description("How many; 1 to 20, 8 when absent.") Integer first) {
    if (text.length() > SearchQuery.LONGEST) {
      throw Problem.badInput(
          "text", "is longer than " + SearchQuery.LONGEST + " characters: nobody types so much");
    }
    int most = first == null ? USUAL : first;
    if (most < 1 || most > MOST) {
      throw Problem.badInput("first", "must be from 1 to " + MOST);
    }
    return suggestions.of(text, most, viewer.get());
  }
}
