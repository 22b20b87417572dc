package org.heliograph.embedded.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes an invented county at the scale of a real one, in the import formats: {@code --out DIR
 * [--seed 1] [--payments 200000] [--items 5728] [--disclosures 20000] [--cases 5000]}.
 */
public final class CountyGenerator {
  private static final String USAGE =
      "Usage: --out DIR [--seed 1] [--payments 200000] [--items 5728] [--disclosures 20000] [--cases 5000]";
  private static final Set<String> OPTIONS =
      Set.of("--out", "--seed", "--payments", "--items", "--disclosures", "--cases");

  private CountyGenerator() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
        refuse("Not understood: " + arguments[i]);
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    String out = options.get("--out");
    if (out == null) {
      refuse("--out DIR is missing");
      return;
    }
    try {
      generate(
          new Plan(
              Path.of(out),
              Long.parseLong(options.getOrDefault("--seed", "1")),
              number(options, "--items", "5728"),
              number(options, "--disclosures", "20000"),
              number(options, "--payments", "200000"),
              number(options, "--cases", "5000")));
    } catch (NumberFormatException e) {
      refuse("Not a number: " + e.getMessage());
    }
  }

  /** Writes all files of the plan. */
  static void generate(Plan plan) throws IOException {
    Files.createDirectories(plan.out());
    Vocabulary words = Vocabulary.load();
    SmallSample small = new SmallSample();
    small.copy("working-days", plan.out());
    small.copy("statutes", plan.out());
    WorkDays days = new WorkDays(small);
    County county = new County(words);
    county.write(plan);
    Programmes programmes = new Programmes(words, small);
    programmes.write(plan);
    People people = new People(words, plan.seed());
    ItemDirectory items = new PowerItems(plan, words, county, people, days).write();
    new Disclosures(plan, words, county, items, days).write();
    new Payments(plan, county, programmes, people, days).write();
    new Cases(plan, words, county, items, people, days).write();
  }

  private static int number(Map<String, String> options, String name, String otherwise) {
    return Integer.parseInt(options.getOrDefault(name, otherwise));
  }

  private static void refuse(String why) {
    System.err.println(why);
    System.err.println(USAGE);
    System.exit(2);
  }
}
