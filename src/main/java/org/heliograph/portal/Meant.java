package org.heliograph.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.heliograph.search.Spelling;
import org.heliograph.search.SuggestionSearch;
import org.heliograph.search.TitleSuggestion;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Viewer;

/**
 * Which words in characters somebody may mean who typed letters: those that sound so in names and
 * in titles that they may see, most frequent first. Characters, names and codes are never
 * corrected.
 */
@ApplicationScoped
class Meant {
  private static final int READ = 20;
  private static final int MOST = 3;
  private static final int LEAST_LETTERS = 2;

  private final Names names;
  private final SuggestionSearch search;

  Meant(Names names, SuggestionSearch search) {
    this.names = names;
    this.search = search;
  }

  List<String> by(String text, Viewer viewer) {
    String typed = Spelling.plain(text);
    if (!Spelling.isLatin(typed) || typed.length() < LEAST_LETTERS) {
      return List.of();
    }
    var exact = new HashMap<String, Integer>();
    names
        .now()
        .containing(Spelling.typed(text), READ)
        .forEach(each -> note(each.name().name(), 1, typed, String::equals, exact));
    search
        .titles(text, READ, viewer)
        .forEach(each -> note(each.title(), each.records(), typed, String::equals, exact));
    return exact.isEmpty() && SuggestionSearch.mayErr(text)
        ? frequent(nearly(text, typed, viewer), 2)
        : frequent(exact, 1);
  }

  /** Of cases nothing: their titles bear the names of people, which are not guessed at. */
  private Map<String, Integer> nearly(String text, String typed, Viewer viewer) {
    var found = new HashMap<String, Integer>();
    for (TitleSuggestion each : search.titlesWithAnError(text, READ, viewer)) {
      if (each.kind() != RecordKind.CASE_OUTCOME) {
        note(each.title(), each.records(), typed, OneError::isNearly, found);
      }
    }
    return found;
  }

  private static List<String> frequent(Map<String, Integer> words, int least) {
    return words.entrySet().stream()
        .filter(each -> each.getValue() >= least)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Adds the stretches of the name that sound as typed, or begin with its letters. */
  private static void note(
      String name,
      int weight,
      String typed,
      BiPredicate<String, String> same,
      Map<String, Integer> into) {
    String plain = Spelling.plain(name);
    List<String> syllables = Spelling.syllables(plain);
    for (int from = 0; from < plain.length(); from++) {
      var sound = new StringBuilder();
      var initials = new StringBuilder();
      for (int to = from; to < plain.length() && sound.length() <= typed.length(); to++) {
        sound.append(syllables.get(to));
        initials.append(syllables.get(to).charAt(0));
        if (same.test(sound.toString(), typed) || initials.toString().equals(typed)) {
          into.merge(plain.substring(from, to + 1), weight, Integer::sum);
        }
      }
    }
  }
}
