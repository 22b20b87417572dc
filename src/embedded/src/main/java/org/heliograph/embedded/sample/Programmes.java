package org.heliograph.embedded.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The subsidy programmes: those of the small sample, and more of a county's. */
final class Programmes {

  /** What a payment needs to know of its programme. */
  record Programme(
      String code, String organisation, String standard, Cents amounts, boolean monthly) {
    /** Whether it is children who receive it. */
    boolean forChildren() {
      return switch (code) {
        case "QY-P-GET", "QY-P-YWJY", "QY-P-YLJH" -> true;
        default -> false;
      };
    }
  }

  /** From the smallest to the largest amount. */
  record Cents(int smallest, int largest) {
    /** One of two rates, a multiple of one rate, or anything between, as the sums suggest. */
    int any(Dice dice) {
      if (largest % smallest == 0) {
        return smallest * dice.between(1, largest / smallest);
      }
      return largest < smallest * 3
          ? dice.chance(500) ? smallest : largest
          : dice.between(smallest, largest);
    }
  }

  private final List<String> lines = new ArrayList<>();
  private final List<Programme> all = new ArrayList<>();

  Programmes(Vocabulary words, SmallSample small) {
    for (String line : small.lines("programmes")) {
      lines.add(line);
      String code = SmallSample.field(line, "code");
      all.add(
          new Programme(
              code,
              SmallSample.field(line, "organisation"),
              standard(code),
              amounts(code),
              monthly(code)));
    }
    for (String entry : words.lines("programmes")) {
      String[] fields = Vocabulary.fields(entry);
      lines.add(line(fields));
      all.add(
          new Programme(
              fields[0],
              fields[3],
              fields[6],
              new Cents(Integer.parseInt(fields[7]) * 100, Integer.parseInt(fields[8]) * 100),
              false));
    }
  }

  private static String standard(String code) {
    return switch (code) {
      case "QY-P-DB" -> "按家庭人均收入与每人每月615元标准的差额补助";
      case "QY-P-GDDL" -> "每亩98.64元";
      case "QY-P-NJ" -> "按机具分档定额补贴";
      case "QY-P-CJ" -> "生活补贴每月90元，护理补贴每月90元至110元";
      case "QY-P-GET" -> "每人每月1200元";
      case "QY-P-YLJZ" -> "政策范围内个人自付费用按60%至75%救助";
      case "QY-P-GYX" -> "每月800元";
      case "QY-P-WFGZ" -> "C级每户1.2万元，D级每户3.5万元";
      default -> throw new IllegalStateException("no standard is known for " + code);
    };
  }

  private static Cents amounts(String code) {
    return switch (code) {
      case "QY-P-DB" -> new Cents(19_000, 184_500);
      case "QY-P-GDDL" -> new Cents(4_900, 260_000);
      case "QY-P-NJ" -> new Cents(60_000, 3_120_000);
      case "QY-P-CJ" -> new Cents(9_000, 20_000);
      case "QY-P-GET" -> new Cents(120_000, 120_000);
      case "QY-P-YLJZ" -> new Cents(80_000, 5_000_000);
      case "QY-P-GYX" -> new Cents(80_000, 80_000);
      case "QY-P-WFGZ" -> new Cents(1_200_000, 3_500_000);
      default -> throw new IllegalStateException("no amounts are known for " + code);
    };
  }

  private static boolean monthly(String code) {
    return switch (code) {
      case "QY-P-DB", "QY-P-CJ", "QY-P-GET", "QY-P-GYX" -> true;
      default -> false;
    };
  }

  private static String line(String[] fields) {
    return """
    {"code": "%s", "name": "%s", "category": "%s", "organisation": "%s", "basis": "清源县%s实施办法", \
    "standard": "%s", "publicityRule": "%s", "sensitive": %s, "validFrom": "2023-01-01", "region": "%s"}\
    """
        .formatted(
            fields[0],
            fields[1],
            fields[2],
            fields[3],
            fields[1],
            fields[6],
            fields[4],
            fields[5],
            County.CODE);
  }

  List<Programme> all() {
    return all;
  }

  void write(Plan plan) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(plan.out().resolve("programmes.jsonl"))) {
      for (String line : lines) {
        file.append(line).append('\n');
      }
    }
  }
}
