package org.heliograph.importing;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.heliograph.importing.ImportRefused.Code;
import org.jspecify.annotations.Nullable;

/** Reads one part of a workbook through: its rows and cells, and whatever a parser remembers. */
final class SheetCheck {
  private static final int MOST_CELLS = 1_000;
  private static final int LONGEST_CELL = 1 << 20;
  private static final int DEEPEST = 100;

  /** Names that a parser keeps until it ends. */
  private static final int MOST_NAMES = 5_000;

  private final XMLStreamReader xml;
  private final Runnable piece;
  private final Set<String> names = new HashSet<>();
  private int spaces;
  private int depth;
  private int cells;
  private boolean inRow;
  private boolean inCell;
  private long characters;

  /**
   * @param piece told whenever a tag or a text has been read
   */
  SheetCheck(XMLStreamReader xml, Runnable piece) {
    this.xml = xml;
    this.piece = piece;
  }

  void toEnd() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin();
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          inCell &= !xml.getLocalName().equals("c");
          inRow &= !xml.getLocalName().equals("row");
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          characters += xml.getTextLength();
          require(characters <= LONGEST_CELL);
        }
        case XMLStreamConstants.DTD -> throw new XMLStreamException("no workbook has a DTD");
        default -> {}
      }
      piece.run();
    }
  }

  private void begin() {
    require(++depth <= DEEPEST);
    remember();
    String name = xml.getLocalName();
    if (!inCell) {
      characters = 0;
    }
    switch (name) {
      case "row" -> {
        inRow = true;
        cells = 0;
      }
      case "c" -> {
        inCell = true;
        characters = 0;
        // outside of rows, in the order in which formulas are computed, they are no cells
        cells += inRow ? 1 : 0;
        if (inRow
            && (cells > MOST_CELLS || column(xml.getAttributeValue(null, "r")) > MOST_CELLS)) {
          throw new ImportRefused(
              Code.HEADER,
              "the workbook has a row with more than %,d cells: delete the empty columns behind the last one"
                  .formatted(MOST_CELLS));
        }
      }
      default -> {}
    }
  }

  private void remember() {
    names.add(xml.getLocalName());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      names.add(xml.getAttributeLocalName(i));
    }
    spaces += xml.getNamespaceCount();
    require(names.size() <= MOST_NAMES && spaces <= MOST_NAMES);
  }

  private static void require(boolean bounded) {
    if (!bounded) {
      throw WorkbookCheck.tooFar();
    }
  }

  /** The number of the column in a cell's place, from 1; 0 for none. */
  private static long column(@Nullable String place) {
    long column = 0;
    for (int i = 0; place != null && i < place.length() && place.charAt(i) >= 'A'; i++) {
      column = Math.min(Integer.MAX_VALUE, column * 26 + (place.charAt(i) - 'A' + 1));
    }
    return column;
  }
}
