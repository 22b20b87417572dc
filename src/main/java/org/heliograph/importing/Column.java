package org.heliograph.importing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/**
 * One field that the rows of a kind may carry.
 *
 * @param label the heading under which a spreadsheet may have it instead of its name
 * @param personal whether error reports hide its value
 * @param guide how it is filled in, for templates
 */
public record Column(
    String name, Shape shape, @Nullable String label, boolean personal, Guide guide) {

  /**
   * What a template says of a column.
   *
   * @param words the closed set that it is chosen from; empty for any value
   * @param note in Chinese; empty where the heading says it all
   */
  public record Guide(boolean required, List<String> words, String note) {
    private static final Guide NONE = new Guide(false, List.of(), "");

    public Guide {
      words = List.copyOf(words);
    }
  }

  /** With what a template's row of explanations begins; the importer passes over such a row. */
  public static final String EXPLANATION = "※";

  /** Heading of the column in which an import says what is wrong; importers pass over it. */
  public static final String REMARK = EXPLANATION + " 问题与改法";

  /** What a cell has to be turned into before it is read. */
  public enum Shape {
    TEXT,
    /** A spreadsheet keeps dates as numbers. */
    DATE,
    /** Objects and lists: JSON Lines only. */
    NESTED
  }

  public static Column text(String name) {
    return new Column(name, Shape.TEXT, null, false, Guide.NONE);
  }

  public static Column date(String name) {
    return new Column(name, Shape.DATE, null, false, Guide.NONE);
  }

  public static Column nested(String name) {
    return new Column(name, Shape.NESTED, null, false, Guide.NONE);
  }

  /** The same column, also found under a heading in the users' language. */
  public Column labelled(String heading) {
    return new Column(name, shape, heading, personal, guide);
  }

  /** The same column, its values never shown in a report. */
  public Column hidden() {
    return new Column(name, shape, label, true, guide);
  }

  /** The same column, without which a row is refused. */
  public Column required() {
    return guided(new Guide(true, guide.words(), guide.note()));
  }

  /** The same column, with words on how it is filled in. */
  public Column noted(String note) {
    return guided(new Guide(guide.required(), guide.words(), note));
  }

  /** The same column, chosen from the constants of an enum, which the schema describes. */
  public <T extends Enum<T>> Column oneOf(Class<T> type) {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    String note =
        words.stream().map(word -> word + meaning(type, word)).collect(Collectors.joining("；"));
    return guided(new Guide(guide.required(), words, note));
  }

  /** The same column, 是 or 否. */
  public Column yesOrNo() {
    return guided(new Guide(guide.required(), List.of("是", "否"), guide.note()));
  }

  /** The Chinese word with which the schema's description of a constant begins. */
  private static String meaning(Class<?> type, String constant) {
    try {
      Description description = type.getField(constant).getAnnotation(Description.class);
      if (description == null) {
        return "";
      }
      String first = description.value().split("[ .]", 2)[0];
      return first.codePoints().allMatch(c -> c > 127) ? " " + first : "";
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private Column guided(Guide other) {
    return new Column(name, shape, label, personal, other);
  }
}
