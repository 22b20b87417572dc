package org.heliograph.vocabulary;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.search.Vocabulary.Entry;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** An entry of the vocabulary. */
@Name("VocabularyEntry")
@Description("One thing that administrators told the search.")
public record VocabularyEntryView(
    @Id @NonNull @Description("By which it is taken away again.") String id,
    @NonNull @Description("What it does.") VocabularySort sort,
    @NonNull @Description("Its words; for PIN and DEMOTION the wordings of the question.")
        List<@NonNull String> words,
    @Nullable @Description("Kind of the record that it places.") RecordKind kind,
    @Nullable @Description("Code of the record that it places.") String code) {

  static VocabularyEntryView of(Entry entry) {
    return new VocabularyEntryView(
        String.valueOf(entry.id()),
        VocabularySort.of(entry.sort()),
        entry.words(),
        entry.kind(),
        entry.code());
  }
}
