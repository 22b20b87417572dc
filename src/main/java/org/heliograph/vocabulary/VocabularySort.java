package org.heliograph.vocabulary;

import org.eclipse.microprofile.graphql.Description;
import org.heliograph.search.Vocabulary.Sort;

/** What an entry of the vocabulary does. */
@Description("What an entry of the vocabulary does.")
public enum VocabularySort {
  @Description("Words that stand for each other: each finds what is said with another.")
  SYNONYMS(Sort.SYNONYMS),

  @Description("A word that says nothing of the matter and is not looked for.")
  STOP_WORD(Sort.STOP_WORD),

  @Description("A record that comes first for a question, whatever its words.")
  PIN(Sort.PIN),

  @Description("A record that comes last among what is found for a question.")
  DEMOTION(Sort.DEMOTION);

  private final Sort sort;

  VocabularySort(Sort sort) {
    this.sort = sort;
  }

  Sort sort() {
    return sort;
  }

  static VocabularySort of(Sort sort) {
    return valueOf(sort.name());
  }
}
