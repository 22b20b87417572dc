package org.heliograph.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.command.CommandLine.Misunderstood;
import org.heliograph.relevance.Relevance;

/** The flags of {@code relevance}. */
final class RelevanceFlags {
  private static final Set<String> SETS = Set.of("small", "county", "statutes");
  private static final Set<String> WITH_VALUE =
      Set.of("--set", "--data", "--url", "--sets", "--at-least");

  private RelevanceFlags() {}

  static CommandLine measure(List<String> words) {
    Map<String, String> values = new HashMap<>();
    boolean keep = false;
    for (var it = words.iterator(); it.hasNext(); ) {
      String word = it.next();
      if (word.equals("--keep")) {
        keep = true;
      } else if (!WITH_VALUE.contains(word)) {
        throw new Misunderstood("relevance has no \"%s\"".formatted(word));
      } else if (it.hasNext()) {
        values.put(word, it.next());
      } else {
        throw new Misunderstood("%s needs a value".formatted(word));
      }
    }
    String set = values.getOrDefault("--set", "small");
    if (!SETS.contains(set)) {
      throw new Misunderstood("--set is small, county or statutes");
    }
    String data = values.get("--data");
    if (set.equals("statutes") == (data == null)) {
      throw new Misunderstood(
          "--data names the folder of the set statutes, and is needed there alone");
    }
    return new CommandLine.Measure(
        new Relevance(
            set,
            url(values.getOrDefault("--url", "http://localhost:8080/graphql")),
            Path.of(values.getOrDefault("--sets", "src/bench/relevance")),
            data == null ? null : Path.of(data),
            keep,
            number(values.getOrDefault("--at-least", "0"))));
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      if (url.getHost() != null && url.getScheme().startsWith("http")) {
        return url;
      }
    } catch (java.net.URISyntaxException e) {
      // told below
    }
    throw new Misunderstood("--url needs an address such as http://localhost:8080/graphql");
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new Misunderstood("--at-least needs a number between 0 and 1");
    }
  }
}
