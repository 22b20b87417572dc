package org.heliograph.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heliograph.importing.Column.Shape;
import org.heliograph.importing.ImportRefused.Code;
import org.jspecify.annotations.Nullable;

/** The header of a table, matched with the columns of a kind. A wrong header is told at once. */
final class Headings {
  private final List<String> names = new ArrayList<>();
  private final List<String> given;
  private final Map<String, Column> columns = new HashMap<>();

  /**
   * @param known the columns of the kind; empty to take the headings as they are
   */
  Headings(List<String> headings, List<Column> known) {
    given = List.copyOf(headings);
    for (Column column : known) {
      columns.put(column.name(), column);
      if (column.label() != null) {
        columns.put(column.label(), column);
      }
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i).strip();
      Column column = columns.get(heading);
      if (isExplanation(heading)) {
        names.add("");
        continue;
      }
      if (!known.isEmpty() && !heading.isEmpty()) {
        require(i, column, known);
      }
      String name = column == null ? heading : column.name();
      if (!name.isEmpty() && !seen.add(name)) {
        throw new ImportRefused(
            Code.HEADER, "the header has the column \"%s\" twice".formatted(name));
      }
      names.add(name);
    }
  }

  private static void require(int at, @Nullable Column column, List<Column> known) {
    if (column == null) {
      throw new ImportRefused(
          Code.HEADER,
          "the header's column %d is not known: it may be one of %s"
              .formatted(
                  at + 1,
                  known.stream()
                      .filter(each -> each.shape() != Shape.NESTED)
                      .map(Headings::words)
                      .collect(Collectors.joining(", "))));
    }
    if (column.shape() == Shape.NESTED) {
      throw new ImportRefused(
          Code.HEADER,
          "a table cannot carry \"%s\", which is a list or an object: use JSON Lines (.jsonl)"
              .formatted(column.name()));
    }
  }

  private static String words(Column column) {
    return column.label() == null ? column.name() : column.label() + " " + column.name();
  }

  /** Whether a row that begins with this cell is a template's explanations, no data. */
  static boolean isExplanation(String firstCell) {
    return firstCell.strip().startsWith(Column.EXPLANATION);
  }

  int size() {
    return names.size();
  }

  /** The header as it stands in the file. */
  List<String> given() {
    return given;
  }

  /** Whether a column is no data but what an import said of its rows. */
  boolean isRemark(int at) {
    return isExplanation(given.get(at));
  }

  /** The field's name in the kind; empty for a column without heading. */
  String name(int at) {
    return names.get(at);
  }

  /** What the cells of a column are; text where the kind is not known. */
  Shape shape(int at) {
    Column column = columns.get(names.get(at));
    return column == null ? Shape.TEXT : column.shape();
  }
}
