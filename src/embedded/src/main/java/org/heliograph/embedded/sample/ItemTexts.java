package org.heliograph.embedded.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an item says of itself: level, duties, bases, materials, limits, discretion, state. */
final class ItemTexts {
  private static final List<String> MATERIALS =
      List.of(
          "申请书",
          "居民身份证",
          "营业执照",
          "场所平面布置图",
          "管理制度文本",
          "授权委托书",
          "从业人员资格证明",
          "检验检测报告",
          "相关合同或者协议",
          "承诺书");
  private static final List<String> FORMS = List.of("原件", "复印件", "电子件", "原件核验");
  private static final List<String> CIRCUMSTANCES =
      List.of("首次违法，主动改正，未造成危害后果", "一般情节，按期改正", "逾期不改正或者有拒绝检查情节", "造成严重后果或者两年内再次违法");

  private final Vocabulary words;
  private final Statutes statutes;

  ItemTexts(Vocabulary words, Statutes statutes) {
    this.words = words;
    this.statutes = statutes;
  }

  void describe(Map<String, Object> item, Office office, Phrase phrase, Dice dice) {
    String category = String.valueOf(item.get("category"));
    boolean village = office.kind().equals("VILLAGE");
    boolean penalty = category.equals("PENALTY");
    item.put(
        "level", village ? "VILLAGE" : office.kind().equals("TOWNSHIP") ? "TOWNSHIP" : "COUNTY");
    item.put(
        "source",
        List.of("STATUTORY", "DELEGATED", "AUTHORISED", "ENTRUSTED")
            .get(dice.weighted(85, 7, 4, 4)));
    item.put("grade", grade(dice));
    item.put("post", phrase.post());
    item.put("duties", some("duties", phrase, dice));
    item.put("accountability", some("accountability", phrase, dice));
    item.put(
        "legalBases",
        statutes.bases(
            office.words().law(), penalty ? "行政处罚法" : village ? "村民委员会组织法" : "行政许可法", dice));
    if (!penalty) {
      item.put("conditions", phrase.fill("{a}办理{o}，应当具备法律、法规规定的条件，材料真实有效。", dice));
    }
    item.put("materials", penalty ? List.of() : materials(dice));
    if (!village) {
      int statutory = dice.pick(List.of(7, 10, 15, 20, 30, 45, 60, 90));
      item.put("statutoryLimit", days(statutory, penalty ? "NATURAL_DAY" : "WORKING_DAY"));
      item.put(
          "promisedLimit",
          days(
              Math.max(1, statutory * dice.between(2, 8) / 10),
              penalty ? "NATURAL_DAY" : "WORKING_DAY"));
    }
    item.put("fees", List.of());
    item.put("discretion", penalty ? discretion(dice) : List.of());
    item.put(
        "complaintChannel", office.shortName() + "监督电话" + People.phone(dice) + "；12345政务服务便民热线");
    item.put("manner", dice.chance(960) ? "ACTIVE" : "ON_REQUEST");
    state(item, dice);
    if (dice.chance(80)) {
      item.put("reviewRemark", phrase.fill("内部审核：{o}办理时限与上级清单核对后再调整", dice));
    }
  }

  private static void state(Map<String, Object> item, Dice dice) {
    int state = dice.weighted(930, 30, 25, 15);
    item.put("state", List.of("IN_FORCE", "ADJUSTED", "DELEGATED", "CANCELLED").get(state));
    if (state > 0) {
      item.put(
          "stateReason", List.of("根据法律修改情况调整实施依据", "按照省级下放清单下放实施", "设定依据废止，予以取消").get(state - 1));
    }
  }

  static String grade(Dice dice) {
    return List.of("A", "B", "C").get(dice.weighted(22, 45, 33));
  }

  static Map<String, Object> days(int days, String unit) {
    Map<String, Object> limit = new LinkedHashMap<>();
    limit.put("days", days);
    limit.put("unit", unit);
    return limit;
  }

  private List<String> some(String section, Phrase phrase, Dice dice) {
    List<String> all = words.lines(section);
    int first = dice.below(all.size());
    List<String> chosen = new ArrayList<>();
    int count = dice.between(2, 4);
    for (int i = 0; i < count; i++) {
      chosen.add(phrase.fill(all.get((first + i) % all.size()), dice));
    }
    return chosen;
  }

  private static List<Map<String, Object>> materials(Dice dice) {
    List<Map<String, Object>> list = new ArrayList<>();
    int first = dice.below(MATERIALS.size());
    int count = dice.between(1, 5);
    for (int i = 0; i < count; i++) {
      Map<String, Object> material = new LinkedHashMap<>();
      material.put("name", MATERIALS.get((first + i) % MATERIALS.size()));
      material.put("form", dice.pick(FORMS));
      material.put("copies", dice.between(1, 3));
      material.put("required", dice.chance(800));
      list.add(material);
    }
    return list;
  }

  private static List<Map<String, Object>> discretion(Dice dice) {
    List<Map<String, Object>> list = new ArrayList<>();
    int lowest = dice.pick(List.of(500, 1000, 2000, 5000, 10_000, 50_000));
    for (int i = 0; i < CIRCUMSTANCES.size(); i++) {
      Map<String, Object> step = new LinkedHashMap<>();
      step.put("circumstance", CIRCUMSTANCES.get(i));
      step.put(
          "range",
          i == 0 ? "责令改正，可以不予处罚" : "处" + lowest * i * 2 + "元以上" + lowest * (i + 1) * 2 + "元以下罚款");
      list.add(step);
    }
    return list;
  }
}
