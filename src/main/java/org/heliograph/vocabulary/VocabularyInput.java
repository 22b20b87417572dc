package org.heliograph.vocabulary;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.search.Vocabulary.Entry;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** One thing to tell the search. */
@Input("VocabularyInput")
@Description(
    "One thing to tell the search: words, or a record that comes first or last for a question.")
public class VocabularyInput {
  private static final int LONGEST_QUESTION = 300;
  private static final int LONGEST_WORD = 20;
  private static final int MOST_WORDS = 10;

  /** Names and codes are never taken for others: only words of a language stand here. */
  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}{2," + LONGEST_WORD + "}|[a-zA-Z]{2," + LONGEST_WORD + "}");

  @NonNull
  @Description("What the entry does.")
  public VocabularySort sort = VocabularySort.SYNONYMS;

  @NonNull
  @Description(
      "SYNONYMS: 2 to 10 words that stand for each other. STOP_WORD: one word that says nothing of the matter. Words have 2 to 20 Chinese characters or Latin letters, no"
          + " digits. PIN, DEMOTION: the question, in just the words in which it is asked; up to 10 wordings.")
  public List<@NonNull String> words = List.of();

  @Nullable
  @Description("Kind of the record to place; for PIN and DEMOTION alone.")
  public RecordKind kind;

  @Nullable
  @Description("Code of the record to place; for PIN and DEMOTION alone.")
  public String code;

  /** What is meant, or BAD_INPUT below the argument. */
  Entry entry(String argument) {
    List<String> said = words.stream().map(String::strip).distinct().toList();
    boolean places = sort == VocabularySort.PIN || sort == VocabularySort.DEMOTION;
    if (places != (kind != null) || places != (code != null && !code.isBlank())) {
      throw Problem.badInput(
          argument + ".code",
          "kind and code name the record of a PIN or a DEMOTION, and nothing else");
    }
    int least = sort == VocabularySort.SYNONYMS ? 2 : 1;
    int most = sort == VocabularySort.STOP_WORD ? 1 : MOST_WORDS;
    if (said.size() < least || said.size() > most) {
      throw Problem.badInput(
          argument + ".words", "%s takes %d to %d different words".formatted(sort, least, most));
    }
    for (String word : said) {
      if (places
          ? word.isEmpty() || word.length() > LONGEST_QUESTION
          : !WORD.matcher(word).matches()) {
        throw Problem.badInput(
            argument + ".words",
            places
                ? "a question has 1 to 300 characters"
                : "a word has 2 to 20 Chinese characters or Latin letters and nothing else: names with digits and codes are found as they are typed");
      }
    }
    return new Entry(null, sort.sort(), said, kind, code);
  }
}
