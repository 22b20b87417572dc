package org.heliograph.vocabulary;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.search.VocabularyRows.Change;

/** A change of the vocabulary. */
@Name("VocabularyChange")
@Description("Who told the search something, or took it back, when and why. Kept for ever.")
public record VocabularyChangeView(
    @NonNull @Description("When.") Instant at,
    @NonNull @Description("The account.") String actor,
    @NonNull @Description("Why.") String reason,
    @Description("True when the entry was added, false when it was taken away.") boolean added,
    @NonNull @Description("The entry.") VocabularyEntryView entry) {

  static VocabularyChangeView of(Change change) {
    return new VocabularyChangeView(
        change.at(),
        change.actor(),
        change.reason(),
        change.added(),
        VocabularyEntryView.of(change.entry()));
  }
}
