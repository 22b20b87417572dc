package org.heliograph.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.search.TitleSuggestion;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** One line below the search box. */
@Name("Suggestion")
@Description("What somebody may be about to type.")
public record SuggestionView(
    @NonNull @Description("What to show, and to search for when it is chosen.") String text,
    @NonNull @Description("What it is.") SuggestionKind kind,
    @Nullable
        @Description(
            "Code of the organisation, division, programme or law, to filter by; null for titles.")
        String code,
    @Nullable @Description("For divisions: names from the province down, to tell namesakes apart.")
        String place,
    @Nullable @Description("For titles: kind of the records.") RecordKind recordKind,
    @Nullable
        @Description(
            "For titles: how many records of yours bear it, those that differ by the names of their places alone included.")
        Integer count) {

  static SuggestionView of(NameIndex.Entry entry) {
    return new SuggestionView(
        entry.name().name(),
        SuggestionKind.of(entry.kind()),
        entry.name().code(),
        entry.name().place(),
        null,
        null);
  }

  static SuggestionView of(TitleSuggestion title) {
    return new SuggestionView(
        title.title(), SuggestionKind.TITLE, null, null, title.kind(), title.records());
  }
}
