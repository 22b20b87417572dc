package org.heliograph.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.command.CommandLine.Misunderstood;
import org.jspecify.annotations.Nullable;

/** A kind, a code and flags that each take a value. */
record Flags(String kind, String code, Map<String, String> values) {

  static Flags of(String command, List<String> words, String... known) {
    var names = List.of(known);
    var places = new ArrayList<String>();
    var values = new HashMap<String, String>();
    for (var it = words.iterator(); it.hasNext(); ) {
      String word = it.next();
      if (names.contains(word)) {
        if (!it.hasNext()) {
          throw new Misunderstood("%s needs a value".formatted(word));
        }
        values.put(word, it.next());
      } else if (word.startsWith("-")) {
        throw new Misunderstood("%s has no flag \"%s\"".formatted(command, word));
      } else {
        places.add(word);
      }
    }
    if (places.size() != 2) {
      throw new Misunderstood(
          "%s needs a kind and a code: %s KIND CODE".formatted(command, command));
    }
    return new Flags(places.get(0), places.get(1), values);
  }

  @Nullable String find(String flag) {
    return values.get(flag);
  }

  String require(String flag) {
    String value = values.get(flag);
    if (value == null || value.isBlank()) {
      throw new Misunderstood("%s is required".formatted(flag));
    }
    return value;
  }
}
