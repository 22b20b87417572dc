package org.heliograph.embedded.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The statute articles of the small sample, which the county's items rest on. */
final class Statutes {
  private static final int EXCERPT = 200;

  private final Map<String, List<Map<String, Object>>> byLaw = new LinkedHashMap<>();

  Statutes(SmallSample small) {
    for (String line : small.lines("statutes")) {
      String law = SmallSample.field(line, "law");
      String text = SmallSample.field(line, "text");
      Map<String, Object> basis = new LinkedHashMap<>();
      basis.put("law", law);
      basis.put("article", SmallSample.field(line, "article"));
      basis.put("text", text.length() > EXCERPT ? text.substring(0, EXCERPT) + "……" : text);
      byLaw.computeIfAbsent(law, name -> new ArrayList<>()).add(basis);
    }
  }

  /** One to three bases: the office's own law, and the law of the procedure. */
  List<Map<String, Object>> bases(String law, String procedure, Dice dice) {
    List<Map<String, Object>> bases = new ArrayList<>();
    bases.add(dice.pick(articles(law)));
    for (Map<String, Object> next :
        List.of(dice.pick(articles(law)), dice.pick(articles(procedure)))) {
      if (!bases.contains(next) && dice.chance(600)) {
        bases.add(next);
      }
    }
    return bases;
  }

  /** Law and article alone, as a case names them. */
  Map<String, Object> citation(String law, Dice dice) {
    Map<String, Object> citation = new LinkedHashMap<>(dice.pick(articles(law)));
    citation.remove("text");
    return citation;
  }

  private List<Map<String, Object>> articles(String law) {
    return Objects.requireNonNull(byLaw.get(law), law);
  }
}
