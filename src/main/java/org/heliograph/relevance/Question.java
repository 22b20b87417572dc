package org.heliograph.relevance;

import java.util.Map;

/**
 * A question in everyday words, and what answers it.
 *
 * @param id stable within its set
 * @param judged codes of records: 3 answers the question, 2 helps, 1 touches on it. A code that
 *     ends in {@code *} stands for all records that begin so, of which there are more than a page
 */
public record Question(String id, String text, Map<String, Integer> judged) {
  public Question {
    if (text.isBlank() || judged.isEmpty()) {
      throw new IllegalArgumentException("question " + id + " needs a text and a judged record");
    }
    judged = Map.copyOf(judged);
  }

  /** What the record is worth as an answer; 0 when it was not judged. */
  public int gain(String code) {
    Integer exact = judged.get(code);
    if (exact != null) {
      return exact;
    }
    return judged.entrySet().stream()
        .filter(each -> isMany(each.getKey()) && code.startsWith(prefix(each.getKey())))
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  static boolean isMany(String code) {
    return code.endsWith("*");
  }

  private static String prefix(String code) {
    return code.substring(0, code.length() - 1);
  }
}
