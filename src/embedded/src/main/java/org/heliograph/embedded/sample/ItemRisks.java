package org.heliograph.embedded.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Risk points with their measures, and supervision points. */
final class ItemRisks {

  /** How many, and the words to fill in. */
  record Ask(int count, Phrase phrase) {}

  private final List<String> risks;
  private final List<String> measures;
  private final List<String> supervision;

  ItemRisks(Vocabulary words) {
    risks = words.lines("risks");
    measures = words.lines("measures");
    supervision = words.lines("supervision");
  }

  List<Map<String, Object>> points(
      String code, List<Map<String, Object>> steps, Ask ask, Dice dice) {
    List<Map<String, Object>> points = new ArrayList<>();
    int first = dice.below(risks.size());
    for (int i = 0; i < ask.count(); i++) {
      Map<String, Object> step = dice.pick(steps);
      Phrase phrase = at(step, ask.phrase());
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("code", code + "-F" + People.digits(i + 1, 2));
      point.put("grade", ItemTexts.grade(dice));
      // a stride that has no divisor in common with the list, so that an item repeats none
      point.put("description", phrase.fill(risks.get((first + i * 7) % risks.size()), dice));
      switch (dice.weighted(80, 13, 7)) {
        case 0 -> point.put("step", step.getOrDefault("key", ""));
        case 1 -> point.put("post", phrase.post());
        default -> {} // the organisation's own
      }
      point.put("holder", phrase.post());
      point.put("measures", measures(phrase, dice));
      points.add(point);
    }
    return points;
  }

  private List<Map<String, Object>> measures(Phrase phrase, Dice dice) {
    List<Map<String, Object>> list = new ArrayList<>();
    int first = dice.below(measures.size());
    int count = dice.chance(120) ? 2 : 1;
    for (int i = 0; i < count; i++) {
      Map<String, Object> measure = new LinkedHashMap<>();
      measure.put("description", phrase.fill(measures.get((first + i) % measures.size()), dice));
      measure.put("duty", phrase.post());
      list.add(measure);
    }
    return list;
  }

  List<Map<String, Object>> supervision(
      String code, List<Map<String, Object>> steps, Ask ask, Dice dice) {
    List<Map<String, Object>> points = new ArrayList<>();
    for (int i = 0; i < ask.count(); i++) {
      Map<String, Object> step = steps.get(i % steps.size());
      Phrase phrase = at(step, ask.phrase());
      String[] fields =
          Vocabulary.fields(supervision.get((i + code.length()) % supervision.size()));
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("code", code + "-J" + People.digits(i + 1, 2));
      point.put("step", step.getOrDefault("key", ""));
      point.put("content", phrase.fill(fields[0], dice));
      point.put("method", phrase.fill(fields[1], dice));
      points.add(point);
    }
    return points;
  }

  private static Phrase at(Map<String, Object> step, Phrase phrase) {
    return new Phrase(
        phrase.object(), phrase.who(), phrase.post(), String.valueOf(step.get("name")));
  }
}
