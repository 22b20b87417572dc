package org.heliograph.privacy.document;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import org.heliograph.privacy.document.XmlPart.Element;

/** The cells of one sheet of an .xlsx workbook, as they stream by, and what else the sheet says. */
final class SheetText implements XmlPart.Events {
  private static final int LAST_COLUMN = 16_384;
  private final String place;
  private final List<String> shared;
  private final Reading reading;
  private final Columns columns = new Columns();
  private final BitSet hiddenColumns = new BitSet();
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder formula = new StringBuilder();
  private boolean inCells;
  private boolean hiddenRow;
  private int row;
  private int column;
  private String type = "";

  SheetText(String place, List<String> shared, Reading reading) {
    this.place = place;
    this.shared = shared;
    this.reading = reading;
  }

  @Override
  public void begin(Element element) {
    switch (element.name()) {
      case "sheetData" -> inCells = true;
      case "col" -> {
        if (element.isOn("hidden") || element.attribute("width").equals("0")) {
          hiddenColumns.set(number(element.attribute("min")) - 1, number(element.attribute("max")));
        }
      }
      case "row" -> {
        String number = element.attribute("r");
        row = number.isEmpty() ? row + 1 : number(number);
        column = -1;
        hiddenRow = element.isOn("hidden") || element.attribute("ht").equals("0");
      }
      case "c" -> {
        String reference = element.attribute("r");
        column = reference.isEmpty() ? column + 1 : column(reference);
        type = element.attribute("t");
        value.setLength(0);
        formula.setLength(0);
      }
      default -> {
        if (!inCells) {
          attributes(element);
        }
      }
    }
  }

  /** Prompts, tooltips, displayed links and the like. */
  private void attributes(Element element) {
    for (int i = 0; i < element.attributes(); i++) {
      String text = element.attributeValue(i);
      if (text.length() > 4) {
        reading.hidden(place + ", " + element.name() + " " + element.attributeName(i), text);
      }
    }
  }

  @Override
  public void text(String element, String text) {
    if (!inCells) {
      reading.hidden(place + ", " + element, text);
    } else if (element.equals("v") || element.equals("t")) {
      value.append(text);
    } else if (element.equals("f")) {
      formula.append(text);
    }
  }

  @Override
  public void end(String name) {
    switch (name) {
      case "sheetData" -> inCells = false;
      case "c" -> cell();
      default -> {
        // values are taken at the end of their cell
      }
    }
  }

  private void cell() {
    boolean hiddenColumn = hiddenColumns.get(column);
    String cell = place + ", cell " + Places.column(column) + row;
    String at = cell + (hiddenRow ? " (hidden row)" : hiddenColumn ? " (hidden column)" : "");
    boolean shown = !hiddenRow && !hiddenColumn && !place.endsWith("(hidden)");
    String text = shownText();
    String heading = columns.heading(row, column, text);
    reading.add(new Passage(at, shown, heading, text, 0));
    if (!formula.isEmpty()) {
      reading.hidden("formula of " + at, formula.toString());
    }
  }

  private String shownText() {
    String text = value.toString();
    if (type.equals("s")) {
      int index = number(text.strip());
      return index >= 0 && index < shared.size() ? shared.get(index) : "";
    }
    boolean exponent = type.isEmpty() || type.equals("n");
    return exponent && text.indexOf('E') >= 0 && text.length() < 40 ? plain(text) : text;
  }

  /** 1.38001234E10 is how a telephone number is stored that was typed as a number. */
  private static String plain(String number) {
    try {
      BigDecimal exact = new BigDecimal(number);
      return Math.abs(exact.scale()) > 100 ? number : exact.toPlainString();
    } catch (NumberFormatException e) {
      return number;
    }
  }

  private static int number(String text) {
    try {
      return Math.max(0, Math.min(Integer.parseInt(text), 1 << 26));
    } catch (NumberFormatException e) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
  }

  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
      column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
      if (column < 0 || column > LAST_COLUMN) {
        throw new Refusal(RefusalCode.CORRUPT);
      }
    }
    return Math.max(0, column - 1);
  }
}
