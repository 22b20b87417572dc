package org.heliograph.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.heliograph.search.Spelling;
import org.heliograph.search.SuggestionSearch;
import org.heliograph.search.TitleSuggestion;
import org.heliograph.visibility.Viewer;

/** Puts names and titles into one short list. */
@ApplicationScoped
class Suggestions {
  private final Names names;
  private final SuggestionSearch search;

  Suggestions(Names names, SuggestionSearch search) {
    this.names = names;
    this.search = search;
  }

  List<SuggestionView> of(String text, int most, Viewer viewer) {
    String typed = Spelling.typed(text);
    if (typed.isEmpty()) {
      return List.of();
    }
    NameIndex index = names.now();
    List<TitleSuggestion> titles = search.titles(text, most, viewer);
    var all = new LinkedHashSet<SuggestionView>();
    // names that begin so take no more than half: titles are what most people are after
    index.beginning(typed, (most + 1) / 2).forEach(each -> all.add(SuggestionView.of(each)));
    titles.stream()
        .filter(TitleSuggestion::begins)
        .forEach(each -> all.add(SuggestionView.of(each)));
    // one character stands in the middle of nearly everything
    if (typed.length() > 1) {
      index.containing(typed, most).forEach(each -> all.add(SuggestionView.of(each)));
    }
    titles.forEach(each -> all.add(SuggestionView.of(each)));
    if (all.isEmpty() && SuggestionSearch.mayErr(text)) {
      index.sounding(typed, most).forEach(each -> all.add(SuggestionView.of(each)));
      search
          .titlesWithAnError(text, most, viewer)
          .forEach(each -> all.add(SuggestionView.of(each)));
    }
    return new ArrayList<>(all).subList(0, Math.min(most, all.size()));
  }
}
