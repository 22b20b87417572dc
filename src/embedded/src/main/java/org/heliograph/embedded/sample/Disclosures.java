package org.heliograph.embedded.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Disclosures: village affairs and finance by period, contracts, and those of the offices. */
final class Disclosures {
  private static final String BASIS = "《中华人民共和国村民委员会组织法》第三十条（2018年文本）";

  /** Of twenty disclosures eight are village accounts, four quarterly village affairs. */
  private static final int CYCLE = 20;

  private static final int ACCOUNTS = 8;
  private static final int AFFAIRS = 4;

  private final Plan plan;
  private final Vocabulary words;
  private final County county;
  private final ItemDirectory items;
  private final WorkDays days;

  Disclosures(Plan plan, Vocabulary words, County county, ItemDirectory items, WorkDays days) {
    this.plan = plan;
    this.words = words;
    this.county = county;
    this.items = items;
    this.days = days;
  }

  void write() throws IOException {
    try (JsonLines file = new JsonLines(plan.out(), "disclosures")) {
      for (int i = 0; i < plan.disclosures(); i++) {
        Dice dice = plan.dice("disclosure", i);
        int round = i / CYCLE;
        int place = i % CYCLE;
        file.write(
            place < ACCOUNTS
                ? account(round * ACCOUNTS + place, dice)
                : place < ACCOUNTS + AFFAIRS
                    ? affairs(round * AFFAIRS + place - ACCOUNTS, dice)
                    : place == ACCOUNTS + AFFAIRS ? contract(round, dice) : topic(i, dice));
      }
    }
  }

  /** The accounts of one village for one month; the months go back. */
  private Map<String, Object> account(int number, Dice dice) {
    Office village = county.villages().get(number % county.villages().size());
    LocalDate month = LocalDate.of(2026, 10, 1).minusMonths(number / county.villages().size());
    String period = month.toString().substring(0, 7);
    String title = village.place() + month.getYear() + "年" + month.getMonthValue() + "月财务收支公开";
    LocalDate published = days.after(month.plusMonths(1), dice.between(3, 9));
    Map<String, Object> row =
        start(
            village,
            "CWGK-" + period + "-" + village.region().substring(6),
            title,
            published,
            dice);
    DisclosureForms.MonthlyAccount account = DisclosureForms.account(dice);
    five(
        row,
        "VILLAGE_FINANCE",
        period,
        List.of(
            account.summary(),
            BASIS,
            "会计造表、村务监督委员会审核、乡镇复核、张榜公布。",
            "村务监督委员会审核凭证" + dice.between(4, 22) + "张，退回" + dice.between(0, 2) + "张补签后入账。",
            dice.chance(850) ? "未收到异议，凭证复印件放村委会备查。" : "收到询问" + dice.between(1, 3) + "件，已当面答复。"));
    row.put("publicityFrom", published.toString());
    row.put("publicityUntil", published.plusDays(6).toString());
    row.put("form", "ACCOUNT");
    row.put("account", account.row());
    return row;
  }

  /** The affairs of one village in one quarter; the quarters go back. */
  private Map<String, Object> affairs(int number, Dice dice) {
    Office village = county.villages().get(number % county.villages().size());
    LocalDate quarter =
        LocalDate.of(2026, 7, 1).minusMonths(3L * (number / county.villages().size()));
    int which = quarter.getMonthValue() / 3 + 1;
    String period = quarter.getYear() + "-Q" + which;
    String title = village.place() + quarter.getYear() + "年第" + "一二三四".charAt(which - 1) + "季度村务公开";
    LocalDate published = days.after(quarter.plusMonths(3), dice.between(2, 8));
    Map<String, Object> row =
        start(
            village,
            "CWGK-" + period + "-" + village.region().substring(6),
            title,
            published,
            dice);
    five(
        row,
        "VILLAGE_AFFAIRS",
        period,
        List.of(
            clauses(dice),
            BASIS,
            "村委会起草、村务监督委员会审核、乡镇备案后张贴。",
            "季末汇总，村“两委”会议核对，村务监督委员会逐项审核后公布。",
            dice.chance(800) ? "公示期内未收到异议。" : "收到村民意见" + dice.between(1, 4) + "条，已逐条答复。"));
    row.put("publicityFrom", published.toString());
    row.put("publicityUntil", published.plusDays(6).toString());
    row.put("form", "GENERAL");
    return row;
  }

  private String clauses(Dice dice) {
    List<String> all = words.lines("villageClauses");
    Phrase phrase = new Phrase("", "", "", "");
    int first = dice.below(all.size());
    StringBuilder text = new StringBuilder();
    int count = dice.between(4, 6);
    for (int i = 0; i < count; i++) {
      text.append("一二三四五六".charAt(i)).append('、');
      text.append(phrase.fill(all.get((first + i * 5) % all.size()), dice)).append('；');
    }
    text.setCharAt(text.length() - 1, '。');
    return text.toString();
  }

  private Map<String, Object> contract(int number, Dice dice) {
    Office village = dice.pick(county.villages());
    DisclosureForms.Contract contract = DisclosureForms.contract(dice);
    LocalDate published = days.any(dice);
    Map<String, Object> row =
        start(
            village,
            "SZ-" + People.digits(number + 1, 5),
            village.place() + contract.asset() + "发包合同公开",
            published,
            dice);
    five(
        row,
        "THREE_ASSETS",
        Integer.toString(published.getYear()),
        List.of(
            contract.asset() + "经公开竞价发包，期限" + contract.years() + "年，合同款纳入集体账户。",
            "《中华人民共和国村民委员会组织法》第八条",
            "清产核资、民主决策、进场交易、签订合同、公开结果。",
            "公告" + dice.between(5, 20) + "日，" + dice.between(2, 6) + "家参与竞价，村务监督委员会现场监督。",
            "合同已签订，首期款到账。"));
    row.put("form", "CONTRACT");
    row.put("contract", contract.row(published, dice));
    return row;
  }

  /** What an office publishes under one category of the catalogue. */
  private Map<String, Object> topic(int index, Dice dice) {
    Office office =
        dice.chance(350)
            ? dice.pick(county.townships())
            : county.departments().get(dice.weighted(county.weights()));
    Map<String, String> topics = words.byFirstField("townshipTopics");
    String category = dice.pick(new ArrayList<>(topics.keySet()));
    String own = words.byFirstField("topicObjects").getOrDefault(category, "");
    String object = dice.pick(own.isEmpty() ? office.words().objects() : Vocabulary.words(own));
    Phrase phrase =
        new Phrase(object, dice.pick(office.words().whom()), dice.pick(office.words().posts()), "");
    LocalDate published = days.any(dice);
    String subject =
        phrase.fill(
            dice.pick(Vocabulary.phrases(Objects.requireNonNull(topics.get(category)))), dice);
    Map<String, Object> row =
        start(
            office,
            "GK-" + People.digits(index + 1, 6),
            office.place() + published.getYear() + "年" + subject,
            published,
            dice);
    five(
        row,
        category,
        Integer.toString(published.getYear()),
        List.of(
            phrase.fill("公开{o}有关情况：涉及{n}个事项、{m}人次，牵头岗位为{p}。", dice),
            "《政府信息公开条例》第二十条、第二十一条",
            "拟稿、保密审查、负责人签批、平台发布。",
            phrase.fill("{p}汇总数据，征求{n}个单位意见后定稿。", dice),
            phrase.fill("已公开，收到咨询{n}件并答复。", dice)));
    row.put("attachments", List.of(DisclosureForms.attachment(subject, dice)));
    List<ItemDirectory.Entry> powers = items.of(office.code());
    if (!powers.isEmpty() && dice.chance(400)) {
      Map<String, Object> related = new LinkedHashMap<>();
      related.put("kind", "POWER_ITEM");
      related.put("code", dice.pick(powers).code());
      row.put("related", List.of(related));
    }
    DisclosureForms.detail(row, category, phrase, published, dice);
    return row;
  }

  private static Map<String, Object> start(
      Office office, String code, String title, LocalDate published, Dice dice) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("title", title);
    row.put("organisation", office.code());
    row.putAll(Exposure.of(dice).columns(published, dice));
    return row;
  }

  private static void five(
      Map<String, Object> row, String category, String period, List<String> five) {
    row.put("category", category);
    row.put("period", period);
    row.put("manner", "ACTIVE");
    row.put("content", five.get(0));
    row.put("basis", five.get(1));
    row.put("procedure", five.get(2));
    row.put("process", five.get(3));
    row.put("result", five.get(4));
  }
}
