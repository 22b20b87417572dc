package org.heliograph.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What the cells of a column are. */
public enum CellType {
  /** Also codes and numbers that are names: never a number to a spreadsheet. */
  TEXT("string", "文本"),
  /** One of a closed set of words. */
  WORD("string", "枚举"),
  INTEGER("integer", "整数"),
  /** CNY with two places. */
  AMOUNT("number", "金额"),
  DATE("date", "日期"),
  INSTANT("datetime", "时间"),
  BOOLEAN("boolean", "是否"),
  /** Objects and lists: joined text in a table, the whole structure in JSON Lines. */
  NESTED("string", "结构");

  private final String frictionless;
  private final String heading;

  CellType(String frictionless, String heading) {
    this.frictionless = frictionless;
    this.heading = heading;
  }

  /** The type in a Frictionless table schema. */
  public String frictionless() {
    return frictionless;
  }

  /** The type in Chinese. */
  public String heading() {
    return heading;
  }

  /** What the dictionary says of the values' unit or form; empty where there is none. */
  public String unit() {
    return switch (this) {
      case AMOUNT -> "CNY 元，两位小数";
      case DATE -> "YYYY-MM-DD";
      case INSTANT -> "CSV、JSONL：ISO 8601，UTC；XLSX：北京时间";
      case BOOLEAN -> "true / false";
      case TEXT, WORD, INTEGER, NESTED -> "";
    };
  }

  static CellType of(Class<?> type) {
    if (type == String.class) {
      return TEXT;
    }
    if (type.isEnum()) {
      return WORD;
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return INTEGER;
    }
    if (type == BigDecimal.class) {
      return AMOUNT;
    }
    if (type == LocalDate.class) {
      return DATE;
    }
    if (type == Instant.class) {
      return INSTANT;
    }
    if (type == boolean.class || type == Boolean.class) {
      return BOOLEAN;
    }
    return NESTED;
  }
}
