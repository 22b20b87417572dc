package org.heliograph.embedded.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Power items of departments, townships and villages, with flow, risk and supervision points. */
final class PowerItems {
  private static final List<String> CATEGORIES =
      List.of(
          "PENALTY",
          "LICENSING",
          "INSPECTION",
          "PUBLIC_SERVICE",
          "CONFIRMATION",
          "OTHER",
          "PAYMENT",
          "COERCION",
          "REWARD",
          "LEVY",
          "ADJUDICATION");
  private static final int[] CATEGORY_WEIGHTS = {520, 110, 95, 80, 60, 50, 40, 25, 10, 5, 5};
  private static final Map<String, String> MARKS =
      Map.ofEntries(
          Map.entry("PENALTY", "CF"),
          Map.entry("LICENSING", "XK"),
          Map.entry("INSPECTION", "JC"),
          Map.entry("PUBLIC_SERVICE", "GG"),
          Map.entry("CONFIRMATION", "QR"),
          Map.entry("OTHER", "QT"),
          Map.entry("PAYMENT", "JF"),
          Map.entry("COERCION", "QZ"),
          Map.entry("REWARD", "JL"),
          Map.entry("LEVY", "ZS"),
          Map.entry("ADJUDICATION", "CJ"));
  private static final List<String> MICRO =
      List.of("PRELIMINARY_REVIEW", "RECHECK", "MANAGEMENT", "DECISION", "POLICY");

  private final Plan plan;
  private final Vocabulary words;
  private final County county;
  private final People people;
  private final WorkDays days;
  private final ItemTexts texts;
  private final ItemFlow flow;
  private final ItemRisks risks;
  private final Map<String, Integer> serials = new HashMap<>();

  PowerItems(Plan plan, Vocabulary words, County county, People people, WorkDays days) {
    this.plan = plan;
    this.words = words;
    this.county = county;
    this.people = people;
    this.days = days;
    texts = new ItemTexts(words, new Statutes(new SmallSample()));
    flow = new ItemFlow(words, people);
    risks = new ItemRisks(words);
  }

  ItemDirectory write() throws IOException {
    ItemDirectory written = new ItemDirectory();
    try (JsonLines file = new JsonLines(plan.out(), "power-items")) {
      for (int i = 0; i < plan.items(); i++) {
        file.write(item(i, written));
      }
    }
    return written;
  }

  private Map<String, Object> item(int index, ItemDirectory written) {
    Dice dice = plan.dice("power-item", index);
    Office office = owner(dice);
    boolean village = office.kind().equals("VILLAGE");
    String category = village ? dice.pick(MICRO) : CATEGORIES.get(dice.weighted(CATEGORY_WEIGHTS));
    int serial = serials.merge(office.code() + category, 1, Integer::sum);
    String code = code(office, category, serial);
    String object = object(office, category, serial);
    Phrase phrase =
        new Phrase(object, dice.pick(office.words().whom()), dice.pick(office.words().posts()), "");
    LocalDate published = days.any(dice);

    Map<String, Object> item = new LinkedHashMap<>();
    item.put("code", code);
    item.put("title", village ? object : title(office, category, serial, phrase, dice));
    item.put("organisation", office.code());
    item.putAll(Exposure.of(dice).columns(published, dice));
    if (!village) {
      item.put("basicCode", "000" + People.digits(dice.below(1_000_000_000), 9));
    }
    item.put("category", category);
    texts.describe(item, office, phrase, dice);
    item.put("responsiblePerson", people.name(dice));
    item.put("contactPhone", People.phone(dice));
    item.put("effectiveFrom", published.minusDays(dice.between(0, 60)).toString());
    List<Map<String, Object>> steps = flow.steps(village ? "MICRO" : category, phrase, dice);
    item.put("steps", steps);
    item.put(
        "supervisionPoints",
        risks.supervision(
            code, steps, new ItemRisks.Ask(plan.supervisionPointsOf(index), phrase), dice));
    item.put(
        "riskPoints",
        risks.points(code, steps, new ItemRisks.Ask(plan.risksOf(index), phrase), dice));
    written.add(
        office.code(),
        new ItemDirectory.Entry(code, category.equals("PENALTY"), plan.risksOf(index)));
    return item;
  }

  private Office owner(Dice dice) {
    return switch (dice.weighted(62, 24, 14)) {
      case 0 -> county.departments().get(dice.weighted(county.weights()));
      case 1 -> dice.pick(county.townships());
      default -> dice.pick(county.villages());
    };
  }

  /** Real codes run to 55 characters, so every tenth is as long. */
  private String code(Office office, String category, int serial) {
    String mark = MARKS.getOrDefault(category, "WQL-" + (MICRO.indexOf(category) + 1));
    String place = office.code().replace("QY-T-", "QY-T").replace("QY-V-", "QY-V");
    return serial % 10 == 0
        ? place + "-" + mark + "-990121000000-000-" + People.digits(serial, 8) + "-1-00"
        : place + "-" + mark + "-" + People.digits(serial, 4);
  }

  private String object(Office office, String category, int serial) {
    if (office.kind().equals("VILLAGE")) {
      List<String> titles =
          Vocabulary.words(words.byFirstField("microTitles").getOrDefault(category, ""));
      return turn(titles, office, serial);
    }
    return turn(office.words().objects(), office, serial);
  }

  /**
   * The office's next word: every office begins elsewhere, and none repeats before all are used.
   */
  private static String turn(List<String> list, Office office, int serial) {
    return list.get(Math.floorMod(office.code().hashCode() + serial, list.size()));
  }

  private String title(Office office, String category, int serial, Phrase phrase, Dice dice) {
    boolean penalty = category.equals("PENALTY");
    List<String> patterns =
        penalty
            ? words.lines("penaltyConducts")
            : Vocabulary.phrases(words.byFirstField("titles").getOrDefault(category, ""));
    int round = serial / office.words().objects().size();
    String filled = phrase.fill(turn(patterns, office, serial + round), dice);
    return penalty ? "对" + phrase.who() + filled + "的处罚" : filled;
  }
}
