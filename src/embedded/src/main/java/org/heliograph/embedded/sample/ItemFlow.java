package org.heliograph.embedded.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The process flow of an item: a main path, a refusal that branches off, sometimes a way back. */
final class ItemFlow {
  private final Map<String, String> phases;
  private final Map<String, String> endings;
  private final People people;

  ItemFlow(Vocabulary words, People people) {
    phases = words.byFirstField("steps");
    endings = words.byFirstField("endings");
    this.people = people;
  }

  List<Map<String, Object>> steps(String category, Phrase phrase, Dice dice) {
    String kind = phases.containsKey(category) ? category : "OTHER";
    List<String> path = path(Vocabulary.phrases(Objects.requireNonNull(phases.get(kind))), dice);
    List<Map<String, Object>> steps = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      steps.add(step(i, path.get(i), phrase, dice));
    }
    steps.add(step(path.size(), endings.get(kind) + ":", phrase, dice));
    link(steps, dice);
    return steps;
  }

  /** The first two phases and the last always, of the others as many as chance wants. */
  private static List<String> path(List<String> all, Dice dice) {
    List<String> path = new ArrayList<>(all);
    int wanted = dice.between(4, 6);
    while (path.size() > wanted) {
      path.remove(dice.between(2, path.size() - 2));
    }
    return path;
  }

  private Map<String, Object> step(int index, String phase, Phrase phrase, Dice dice) {
    String[] fields = phase.split(":", -1);
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("key", key(index));
    step.put("name", fields[0]);
    step.put("post", phrase.post());
    step.put("handler", people.name(dice));
    step.put("handlerPhone", People.phone(dice));
    step.put("content", phrase.fill(fields[1], dice));
    step.put("result", fields[2]);
    step.put(
        "limit",
        ItemTexts.days(dice.between(1, 15), dice.chance(800) ? "WORKING_DAY" : "NATURAL_DAY"));
    step.put("clockStops", fields[3].isEmpty() ? List.of() : List.of(fields[3]));
    return step;
  }

  private static void link(List<Map<String, Object>> steps, Dice dice) {
    int last = steps.size() - 2;
    int branch = Math.max(1, last - 1);
    for (int i = 0; i < steps.size(); i++) {
      List<Map<String, Object>> next = new ArrayList<>();
      if (i < last) {
        next.add(edge(i + 1, i == branch ? "符合规定" : ""));
      }
      if (i == branch) {
        next.add(edge(last + 1, "不符合规定"));
        if (branch > 1 && dice.chance(300)) {
          next.add(edge(1, "事实不清，退回补充"));
        }
      }
      steps.get(i).put("next", next);
    }
  }

  private static Map<String, Object> edge(int to, String condition) {
    Map<String, Object> edge = new LinkedHashMap<>();
    edge.put("to", key(to));
    if (!condition.isEmpty()) {
      edge.put("condition", condition);
    }
    return edge;
  }

  private static String key(int index) {
    return "s" + (index + 1);
  }
}
