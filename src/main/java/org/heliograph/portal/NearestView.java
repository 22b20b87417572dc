package org.heliograph.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A way on from an empty page. */
@Name("SearchNearest")
@Description("A search near one that finds nothing, which does find something.")
public record NearestView(
    @NonNull @Description("What is different.") Change change,
    @NonNull @Description("The text to search for.") String text,
    @Nullable
        @Description(
            "The word, or the name of the filter or argument, that is left out; null when the text was read as another.")
        String dropped,
    @NonNull @Description("How many records of yours that finds.") Integer totalCount) {

  /** What is different from the search that found nothing. */
  @Enum("SearchChange")
  @Description("How a nearest search differs from the one that found nothing.")
  public enum Change {
    @Description(
        "Pinyin is read as the characters that it stands for, or may stand for but for one letter.")
    DID_YOU_MEAN,
    @Description("One filter is left out.")
    WITHOUT_FILTER,
    @Description("One word is left out.")
    WITHOUT_WORD
  }
}
