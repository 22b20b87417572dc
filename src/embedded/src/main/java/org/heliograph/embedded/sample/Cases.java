package org.heliograph.embedded.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Case outcomes: penalties of the offices, discipline, judgments. */
final class Cases {
  private static final String DISCIPLINE = "QY-JWJW";
  private static final String COURT = "QY-FY";
  private static final List<String> MEASURES =
      List.of("党内警告", "党内严重警告", "政务警告", "政务记过", "政务记大过", "批评教育", "诫勉");

  private final Plan plan;
  private final Vocabulary words;
  private final County county;
  private final ItemDirectory items;
  private final People people;
  private final WorkDays days;
  private final Statutes statutes = new Statutes(new SmallSample());

  Cases(
      Plan plan,
      Vocabulary words,
      County county,
      ItemDirectory items,
      People people,
      WorkDays days) {
    this.plan = plan;
    this.words = words;
    this.county = county;
    this.items = items;
    this.people = people;
    this.days = days;
  }

  void write() throws IOException {
    try (JsonLines file = new JsonLines(plan.out(), "case-outcomes")) {
      for (int i = 0; i < plan.cases(); i++) {
        file.write(outcome(i));
      }
    }
  }

  private Map<String, Object> outcome(int index) {
    Dice dice = plan.dice("case", index);
    LocalDate decided = days.any(dice);
    return switch (dice.weighted(80, 16, 4)) {
      case 0 -> penalty(index, decided, dice);
      case 1 -> discipline(index, decided, dice);
      default -> judgment(index, decided, dice);
    };
  }

  private Map<String, Object> penalty(int index, LocalDate decided, Dice dice) {
    Office office = county.departments().get(dice.weighted(county.weights()));
    Office place = dice.pick(county.townships());
    String object = dice.pick(office.words().objects());
    String[] violation = Vocabulary.fields(dice.pick(words.lines("violations")));
    Phrase phrase = new Phrase(object, dice.pick(office.words().whom()), "", "");
    boolean person = dice.chance(450);
    String name = people.name(dice);
    String respondent =
        person ? masked(name) : place.place() + name.substring(0, 1) + "记" + object + "店";
    Map<String, Object> row =
        start(office, index, respondent + object + violation[0] + "案", place.region());
    row.putAll(Exposure.of(dice).columns(decided, dice));
    row.put("type", "ADMINISTRATIVE_PENALTY");
    respondent(row, person, respondent, name);
    row.put("violationCategory", violation[0]);
    row.put("facts", phrase.fill(violation[1], dice));
    row.put("legalBases", List.of(statutes.citation(office.words().law(), dice)));
    row.put(
        "outcomes",
        dice.chance(150)
            ? List.of(Map.of("measure", "警告"))
            : List.of(
                measure("罚款", dice.pick(List.of(200, 500, 1000, 3000, 5000, 10_000, 50_000)))));
    String mark = office.shortName().replaceAll("^县|局$", "");
    row.put("documentNumber", "清" + mark + "罚〔" + decided.getYear() + "〕" + (index + 1) + "号");
    end(row, decided, phrase, dice);
    link(row, items.penaltiesOf(office.code()), dice);
    return row;
  }

  private Map<String, Object> discipline(int index, LocalDate decided, Dice dice) {
    Office village = dice.pick(county.villages());
    String object = dice.pick(county.townships().get(0).words().objects());
    String post = dice.pick(village.words().posts());
    String name = people.name(dice);
    String[] violation = Vocabulary.fields(dice.pick(words.lines("discipline")));
    Phrase phrase = new Phrase(object, "群众", masked(name), "");
    Map<String, Object> row =
        start(
            office(DISCIPLINE),
            index,
            village.place() + post + masked(name) + violation[0] + "问题",
            village.region());
    row.putAll(Exposure.of(dice).columns(decided, dice));
    row.put("type", "DISCIPLINE");
    respondent(row, true, masked(name), name);
    row.put("post", village.place() + post);
    row.put("violationCategory", violation[0]);
    row.put("facts", phrase.fill(violation[1], dice));
    row.put("legalBases", List.of(statutes.citation("公职人员政务处分法", dice)));
    row.put("outcomes", List.of(Map.of("measure", dice.pick(MEASURES))));
    row.put("documentNumber", "清纪〔" + decided.getYear() + "〕" + (index + 1) + "号");
    end(row, decided, phrase, dice);
    if (dice.chance(200)) {
      row.put("reporter", "内部登记举报人" + People.digits(index, 6));
    }
    link(row, items.of(village.code()), dice);
    return row;
  }

  private Map<String, Object> judgment(int index, LocalDate decided, Dice dice) {
    Office place = dice.pick(county.townships());
    String name = people.name(dice);
    Phrase phrase = new Phrase("集体资金", "村集体", masked(name), "");
    Map<String, Object> row = start(office(COURT), index, masked(name) + "职务侵占案判决", place.region());
    row.putAll(Exposure.of(dice).columns(decided, dice));
    row.put("type", "JUDICIAL");
    respondent(row, true, masked(name), name);
    row.put("violationCategory", "职务犯罪");
    row.put("facts", phrase.fill("{p}利用职务便利侵占{o}{m}元，案发后退赔。", dice));
    row.put("legalBases", List.of(statutes.citation("刑法", dice)));
    row.put("outcomes", List.of(Map.of("measure", "判处有期徒刑" + dice.between(6, 60) + "个月")));
    row.put("documentNumber", "（" + decided.getYear() + "）岭9921刑初" + (index + 1) + "号");
    end(row, decided, phrase, dice);
    return row;
  }

  private static Map<String, Object> start(Office office, int index, String title, String region) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", office.code() + "-AJ-" + People.digits(index + 1, 6));
    row.put("title", title);
    row.put("organisation", office.code());
    row.put("region", region);
    return row;
  }

  private static void respondent(
      Map<String, Object> row, boolean person, String shown, String name) {
    row.put("respondentKind", person ? "PERSON" : "ORGANISATION");
    row.put("respondent", shown);
    if (person) {
      row.put("respondentName", name);
    }
  }

  private void end(Map<String, Object> row, LocalDate decided, Phrase phrase, Dice dice) {
    row.put("decidedOn", decided.toString());
    row.put("effectiveOn", decided.toString());
    row.put("exposure", dice.chance(120));
    if (dice.chance(500)) {
      row.put("remediation", phrase.fill(dice.pick(words.lines("remedies")), dice));
    }
    if (dice.chance(60)) {
      row.put("remark", "内部承办意见：卷宗已归档");
    }
  }

  private static void link(Map<String, Object> row, List<ItemDirectory.Entry> entries, Dice dice) {
    if (!entries.isEmpty() && dice.chance(700)) {
      ItemDirectory.Entry item = dice.pick(entries);
      row.put("powerItem", item.code());
      if (item.risks() > 0 && dice.chance(500)) {
        row.put("riskPoint", ItemDirectory.risk(item, dice.between(1, item.risks())));
      }
    }
  }

  private static Map<String, Object> measure(String measure, int amount) {
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("measure", measure);
    outcome.put("amount", amount + ".00");
    return outcome;
  }

  private static String masked(String name) {
    return name.substring(0, 1) + "某";
  }

  private Office office(String code) {
    return county.departments().stream()
        .filter(office -> office.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
