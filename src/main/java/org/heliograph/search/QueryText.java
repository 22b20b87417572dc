package org.heliograph.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.shared.Citation;

/**
 * What the text in the search box means.
 *
 * @param variants the words to match: first the caller's own without question words, then with
 *     synonyms in place
 * @param identifiers codes, document numbers and citations that it may name, in one spelling
 */
record QueryText(List<String> variants, Set<String> identifiers) {
  private static final int LONGEST_LAW = 40;

  /**
   * Words that ask but say nothing of the matter. Measured: leaving them out helps a little;
   * leaving out single characters (的, 了, 谁) hurts.
   */
  private static final Pattern QUESTION =
      Pattern.compile(
          "怎么办(?![理证])|怎么样|怎么罚|谁来管|要什么|要哪些|有哪些|归谁管|谁管|多少钱|什么时候|多长时间|可不可以|能不能|是不是|有没有|会不会|算不算|要不要|可以吗|合法吗|违法吗|情况下|是什么|有什么|什么是"
              + "|怎么|怎样|如何|什么|为什么|哪些|哪里|哪个|是否|能否|可否|可以|请问|我想|应该|多少|多久|合法|需要|的话|情形|以及|如果|但是|吗|呢");

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._/-]{2,63}");
  private static final Pattern DOCUMENT =
      Pattern.compile("(\\p{IsHan}{1,20})(\\[[0-9]{4}\\]第?[0-9]{1,6}号)");
  private static final Pattern LAW_BEFORE = Pattern.compile("[\\p{IsHan}、·《》〈〉\\[\\]]+$");
  private static final Pattern PAIR = Pattern.compile("\\p{IsHan}{2}|[a-zA-Z0-9]+");
  private static final int LONGEST_NAME = 3;
  private static final Pattern LATIN = Pattern.compile("[a-zA-Z0-9]");
  private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[a-zA-Z0-9]+");
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}]");

  /**
   * Reads traditional characters as simplified ones, but for the names of 乾县 and its like.
   *
   * @param stopWords what administrators found to say nothing, beside the question words
   */
  static QueryText read(String typed, Synonyms synonyms, List<String> stopWords) {
    String text = OneForm.simplified(typed);
    String said = text;
    for (String stopWord : stopWords) {
      said = said.replace(stopWord, " ");
    }
    String words = QUESTION.matcher(said).replaceAll(" ").strip();
    boolean meant = LETTERS.matcher(words).results().limit(2).count() == 2;
    Set<String> named = identifiers(text);
    if (!typed.equals(text)) {
      named.addAll(identifiers(typed));
    }
    return new QueryText(synonyms.variants(meant ? words : text), named);
  }

  private static Set<String> identifiers(String text) {
    String plain = Citation.normalise(text);
    var found = new LinkedHashSet<String>();
    found.add(plain);
    Matcher code = CODE.matcher(Citation.normalise(text.replaceAll("\\s", "，")));
    while (code.find()) {
      found.add(code.group());
    }
    Matcher document = DOCUMENT.matcher(plain);
    while (document.find()) {
      for (String issuer : endings(document.group(1))) {
        found.add(issuer + document.group(2));
      }
    }
    Matcher article = Citation.articles(plain);
    while (article.find()) {
      Matcher law = LAW_BEFORE.matcher(plain.substring(0, article.start()));
      if (law.find()) {
        for (String name : endings(law.group())) {
          found.add(Citation.lawKey(name) + "#" + Citation.number(article));
        }
      }
    }
    return found;
  }

  /** 根据民法典 may mean 民法典: what stands before a number is cut anywhere, and only real names hit. */
  private static List<String> endings(String text) {
    var endings = new ArrayList<String>();
    int[] points = text.codePoints().toArray();
    for (int from = Math.max(0, points.length - LONGEST_LAW); from < points.length; from++) {
      endings.add(new String(points, from, points.length - from));
    }
    return endings;
  }

  /**
   * Whether a part of the text may stand for it: of prose it may, of names, codes and numbers not.
   */
  boolean isProse() {
    String said = variants.getFirst();
    return length(said) > LONGEST_NAME && !LATIN.matcher(said).find();
  }

  /** How many characters and Latin words there are to match. */
  static long length(String text) {
    return WORD.matcher(text).results().count();
  }

  /** Some words are single characters, which pairs of characters cannot find. */
  static boolean hasSingles(String text) {
    return Pattern.compile("(?<!\\p{IsHan})\\p{IsHan}(?!\\p{IsHan})").matcher(text).find();
  }

  /** Nothing but single characters: there are no pairs to find or to mark. */
  static boolean isSingles(String text) {
    return hasSingles(text) && !PAIR.matcher(text).find();
  }
}
