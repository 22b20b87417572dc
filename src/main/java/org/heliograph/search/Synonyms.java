package org.heliograph.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/** Words that stand for each other, from {@code search/synonyms.txt}: one group a line. */
final class Synonyms {
  /** Each variant is a query of its own: a text full of synonyms must not become thirty. */
  private static final int MOST = 5;

  private final TreeMap<String, List<String>> others =
      new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w));

  Synonyms(List<List<String>> groups) {
    for (List<String> group : groups) {
      for (String word : group) {
        var rest = others.computeIfAbsent(word, w -> new ArrayList<>());
        group.stream().filter(other -> !other.equals(word)).forEach(rest::add);
      }
    }
  }

  /** These and more groups; a word may then stand in several. */
  Synonyms and(List<List<String>> groups) {
    var all = new Synonyms(groups);
    others.forEach(
        (word, rest) -> all.others.computeIfAbsent(word, w -> new ArrayList<>()).addAll(rest));
    return all;
  }

  static Synonyms load() {
    try (InputStream in = Synonyms.class.getResourceAsStream("/search/synonyms.txt")) {
      if (in == null) {
        throw new IllegalStateException("search/synonyms.txt is missing");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Synonyms(
          reader
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(line -> List.of(line.split("\\s*,\\s*")))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text, and the text with one word replaced by another of its group. */
  List<String> variants(String text) {
    var variants = new LinkedHashSet<String>();
    variants.add(text);
    others.forEach((word, replacements) -> {
      if (text.contains(word)) {
        for (String replacement : replacements) {
          // 医疗保险 within 基本医疗保险 is not to become 基本基本医疗保险
          if (variants.size() < MOST && !text.contains(replacement)) {
            variants.add(text.replace(word, replacement));
          }
        }
      }
    });
    return List.copyOf(variants);
  }
}
