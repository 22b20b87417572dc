package org.heliograph.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.heliograph.shared.Citation;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** What administrators have told the search, beside the words that it was built with. */
public record Vocabulary(List<Entry> entries) {
  static final Vocabulary NOTHING = new Vocabulary(List.of());

  public Vocabulary {
    entries = List.copyOf(entries);
  }

  /** What an entry does. */
  public enum Sort {
    SYNONYMS,
    STOP_WORD,
    PIN,
    DEMOTION
  }

  /**
   * One thing that was told.
   *
   * @param id null before it is kept
   * @param words words that stand for each other, the word that says nothing, or the question
   * @param kind of the record that is placed; null for words
   * @param code of the record that is placed; null for words
   */
  public record Entry(
      @Nullable Long id,
      Sort sort,
      List<String> words,
      @Nullable RecordKind kind,
      @Nullable String code) {
    public Entry {
      words = List.copyOf(words);
    }
  }

  public Vocabulary with(Entry entry) {
    var all = new ArrayList<>(entries);
    all.add(entry);
    return new Vocabulary(all);
  }

  public Vocabulary without(long id) {
    return new Vocabulary(
        entries.stream().filter(entry -> entry.id() == null || entry.id() != id).toList());
  }

  List<List<String>> synonyms() {
    return of(Sort.SYNONYMS).stream().map(Entry::words).toList();
  }

  List<String> stopWords() {
    return of(Sort.STOP_WORD).stream().map(entry -> entry.words().getFirst()).toList();
  }

  /** The records that are placed for a question, which has to be asked in just these words. */
  List<Entry> placements(String question) {
    String asked = Citation.normalise(question);
    return some(entry ->
        entry.code() != null
            && entry.words().stream().anyMatch(word -> Citation.normalise(word).equals(asked)));
  }

  private List<Entry> of(Sort sort) {
    return some(entry -> entry.sort() == sort);
  }

  private List<Entry> some(Predicate<Entry> which) {
    return entries.stream().filter(which).toList();
  }
}
