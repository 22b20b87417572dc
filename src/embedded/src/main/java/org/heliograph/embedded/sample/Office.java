package org.heliograph.embedded.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An organisation, and the words that its powers are made of. */
record Office(
    String code,
    String name,
    String shortName,
    String kind,
    String parent,
    String region,
    int weight,
    Words words) {

  /** The law that it mostly applies, what its powers are about, whom they concern, its posts. */
  record Words(String law, List<String> objects, List<String> whom, List<String> posts) {}

  static Office department(String[] fields) {
    boolean party = fields[3].equals("PARTY");
    boolean root = fields[0].equals("QY-ZF") || fields[0].equals("QY-XW");
    boolean court = fields[0].equals("QY-FY");
    return new Office(
        fields[0],
        fields[1],
        fields[2],
        fields[3],
        root || court ? "" : party ? "QY-XW" : "QY-ZF",
        County.CODE,
        Integer.parseInt(fields[4]),
        new Words(
            fields[5],
            Vocabulary.words(fields[6]),
            Vocabulary.words(fields[7]),
            Vocabulary.words(fields[8])));
  }

  static Office township(String region, String name, List<String> objects) {
    return new Office(
        "QY-T-" + region,
        "清源县" + name + "人民政府",
        name + "政府",
        "TOWNSHIP",
        "QY-ZF",
        region,
        1,
        new Words(
            "行政处罚法",
            objects,
            List.of("村民", "申请人", "建房户", "经营者"),
            List.of("社会事务办公室", "规划建设和自然资源办公室", "综合行政执法队", "便民服务中心", "农业服务中心")));
  }

  static Office village(String region, String township, String name) {
    String committee = name + (name.endsWith("社区") ? "居民委员会" : "村民委员会");
    return new Office(
        "QY-V-" + region,
        "清源县" + township + committee,
        name + (name.endsWith("社区") ? "居委会" : "村委会"),
        "VILLAGE",
        "QY-T-" + region.substring(0, 9) + "000",
        region,
        1,
        new Words(
            "村民委员会组织法",
            List.of("村级事务"),
            List.of("村民"),
            List.of("村委会主任", "村文书", "村会计", "民政委员", "村务监督委员会")));
  }

  /** The place's or office's short name without its committee or government. */
  String place() {
    return shortName.replaceAll("(村委会|居委会|政府)$", "");
  }

  Map<String, Object> row() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("name", name);
    row.put("shortName", shortName);
    row.put("kind", kind);
    if (!parent.isEmpty()) {
      row.put("parent", parent);
    }
    row.put("region", region);
    return row;
  }
}
