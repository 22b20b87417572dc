package org.heliograph.embedded.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The structured parts of disclosures: accounts, contracts, decisions, projects, statistics. */
final class DisclosureForms {
  private static final List<String> INCOME =
      List.of("村级运转经费转移支付", "集体资产租金", "光伏电站收益", "林地管护补助", "水面承包费", "门面租金");
  private static final List<String> SPENDING =
      List.of("村组干部误工补贴", "办公水电网络", "村道养护", "路灯电费", "保洁工具及人工", "防汛抢险", "助学奖励", "慰问困难群众");
  private static final List<String> ASSETS =
      List.of("村集体门面", "老村小校舍", "集体鱼塘", "机动地", "河滩场地", "茶园", "仓库", "集体林地", "光伏场地");

  private DisclosureForms() {}

  /** A month's account whose closing balance follows from its lines. */
  record MonthlyAccount(String summary, Map<String, Object> row) {}

  static MonthlyAccount account(Dice dice) {
    List<Map<String, Object>> lines = new ArrayList<>();
    long income = lines(lines, "收入：", INCOME, dice);
    long spending = lines(lines, "支出：", SPENDING, dice);
    long opening = dice.between(10_000_000, 60_000_000);
    String summary =
        "期初余额"
            + yuan(opening)
            + "元，本月收入"
            + yuan(income)
            + "元，本月支出"
            + yuan(spending)
            + "元，期末余额"
            + yuan(opening + income - spending)
            + "元。";
    return new MonthlyAccount(summary, Map.of("lines", lines));
  }

  private static long lines(
      List<Map<String, Object>> lines, String sign, List<String> names, Dice dice) {
    long sum = 0;
    int first = dice.below(names.size());
    int count = dice.between(1, 4);
    for (int i = 0; i < count; i++) {
      long budget = dice.between(5, 200) * 10_000L;
      long actual = dice.chance(500) ? budget : budget * dice.between(70, 115) / 100;
      sum += actual;
      lines.add(line(sign + names.get((first + i) % names.size()), budget, actual));
    }
    return sum;
  }

  private static Map<String, Object> line(String name, long budget, long actual) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", name);
    line.put("budget", yuan(budget));
    line.put("actual", yuan(actual));
    return line;
  }

  /** A lease of something that a village owns. */
  record Contract(String asset, int years, int yearly) {
    Map<String, Object> row(LocalDate from, Dice dice) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("asset", asset);
      row.put("counterpart", dice.chance(500) ? "本村村民" : "清源县某农业专业合作社");
      row.put("from", from.toString());
      row.put("until", from.plusYears(years).minusDays(1).toString());
      row.put("amount", yuan((long) yearly * years * 100));
      row.put("unit", years + "年合计，每年" + yearly + "元");
      return row;
    }
  }

  static Contract contract(Dice dice) {
    return new Contract(dice.pick(ASSETS), dice.between(1, 10), dice.between(8, 400) * 100);
  }

  static Map<String, Object> attachment(String subject, Dice dice) {
    StringBuilder digest = new StringBuilder();
    while (digest.length() < 64) {
      digest.append(Integer.toHexString(dice.below(16)));
    }
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("name", subject + ".pdf");
    file.put("mediaType", "application/pdf");
    file.put("size", dice.between(20_000, 4_000_000));
    file.put("sha256", digest.toString());
    return file;
  }

  /** Adds the form that belongs to the category. */
  static void detail(
      Map<String, Object> row, String category, Phrase phrase, LocalDate day, Dice dice) {
    switch (category) {
      case "HANDLING" -> put(row, "STATISTICS", statistics(dice));
      case "MAJOR_DECISIONS" -> put(row, "DECISION", decision(phrase, day, dice));
      case "GOVERNMENT_PROJECTS" -> put(row, "PROJECT", project(phrase, day, dice));
      case "BUDGETS" ->
          put(row, "ACCOUNT", Map.of("lines", List.of(budget("基本支出", dice), budget("项目支出", dice))));
      default -> row.put("form", "GENERAL");
    }
  }

  private static void put(Map<String, Object> row, String form, Map<String, Object> detail) {
    row.put("form", form);
    row.put(form.toLowerCase(java.util.Locale.ROOT), detail);
  }

  private static Map<String, Object> budget(String name, Dice dice) {
    long budget = dice.between(200, 90_000) * 100_000L;
    return line(name, budget, budget * dice.between(88, 102) / 100);
  }

  private static Map<String, Object> statistics(Dice dice) {
    int atOnce = dice.between(20, 6000);
    int committed = dice.between(50, 9000);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("received", atOnce + committed);
    row.put("finishedAtOnce", atOnce);
    row.put("committed", committed);
    row.put("finishedEarly", committed * dice.between(900, 999) / 1000);
    return row;
  }

  private static Map<String, Object> decision(Phrase phrase, LocalDate day, Dice dice) {
    int present = dice.between(5, 41);
    int against = dice.between(0, 2);
    int abstained = dice.between(0, 1);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("proposal", phrase.fill("由{p}提出{o}安排方案", dice));
    row.put("deliberation", phrase.fill("会议逐项讨论{o}的必要性、资金来源和风险，采纳意见{n}条", dice));
    row.put("resolution", phrase.fill("同意{o}安排方案，按程序公开", dice));
    row.put("attendees", List.of("领导班子成员", "法律顾问", "派驻纪检监察组"));
    row.put("votesFor", present - against - abstained);
    row.put("votesAgainst", against);
    row.put("votesAbstained", abstained);
    row.put("noticeOn", day.minusDays(dice.between(4, 9)).toString());
    row.put("meetingOn", day.minusDays(dice.between(1, 2)).toString());
    row.put(
        "matter",
        List.of("MAJOR_DECISION", "APPOINTMENT", "PROJECT", "LARGE_SUM").get(dice.below(4)));
    return row;
  }

  private static Map<String, Object> project(Phrase phrase, LocalDate day, Dice dice) {
    long budget = dice.between(10, 3000) * 1_000_000L;
    long sum = budget * dice.between(85, 99) / 100;
    Map<String, Object> payment = new LinkedHashMap<>();
    payment.put("on", day.minusDays(dice.between(1, 20)).toString());
    payment.put("amount", yuan(sum * 3 / 10));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", phrase.fill("清源县{o}建设项目", dice));
    row.put("budget", yuan(budget));
    row.put("contractSum", yuan(sum));
    row.put("contractor", "云岭省某建设工程有限公司");
    row.put("changes", List.of());
    row.put("payments", List.of(payment));
    return row;
  }

  static String yuan(long cents) {
    return cents / 100 + "." + People.digits((int) (cents % 100), 2);
  }
}
