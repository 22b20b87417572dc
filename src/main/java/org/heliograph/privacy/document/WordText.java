package org.heliograph.privacy.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.heliograph.privacy.document.XmlPart.Element;

/**
 * A .docx document: its paragraphs and tables, deleted text, boxes, headers, notes and comments.
 */
final class WordText {
  private record Story(String beginning, String place) {}

  private static final List<Story> STORIES =
      List.of(
          new Story("word/header", "header"),
          new Story("word/footer", "footer"),
          new Story("word/footnotes", "footnote"),
          new Story("word/endnotes", "endnote"),
          new Story("word/comments.xml", "comment"),
          new Story("word/glossary/document", "glossary"));

  private final OfficePackage parts;
  private final Reading reading;

  WordText(OfficePackage parts, Reading reading) {
    this.parts = parts;
    this.reading = reading;
  }

  void read(int depth) {
    String main =
        parts.relations("").values().stream()
            .filter(target -> target.startsWith("word/document") && parts.has(target))
            .findFirst()
            .orElse("word/document.xml");
    if (!parts.read(main, new Paragraphs(""))) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
    for (Story story : STORIES) {
      for (String part : parts.remaining(story.beginning())) {
        if (part.endsWith(".xml") && !parts.read(part, new Paragraphs(story.place()))) {
          throw new Refusal(RefusalCode.CORRUPT);
        }
      }
    }
    AnyPart.readAll(parts, reading, depth);
  }

  /** One paragraph; a text box has its own within the one that it is anchored in. */
  private static final class Paragraph {
    private final String place;
    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder deleted = new StringBuilder();
    private final StringBuilder fields = new StringBuilder();
    private boolean hidden;

    Paragraph(String place) {
      this.place = place;
    }
  }

  /** The rows and columns of a table that is open. */
  private static final class TableAt {
    private final Columns columns = new Columns();
    private final int number;
    private int row;
    private int column;

    TableAt(int number) {
      this.number = number;
    }
  }

  private final class Paragraphs implements XmlPart.Events {
    private final String story;
    private final Deque<Paragraph> open = new ArrayDeque<>();
    private final Deque<TableAt> tables = new ArrayDeque<>();
    private int paragraphs;
    private int tablesSeen;
    private int boxes;
    private int deletions;

    Paragraphs(String story) {
      this.story = story;
    }

    @Override
    public void begin(Element element) {
      switch (element.name()) {
        case "p" -> open.push(new Paragraph(place()));
        case "tbl" -> tables.push(new TableAt(++tablesSeen));
        case "tr" -> {
          if (!tables.isEmpty()) {
            tables.element().row++;
            tables.element().column = 0;
          }
        }
        case "tc" -> {
          if (!tables.isEmpty()) {
            tables.element().column++;
          }
        }
        case "txbxContent" -> boxes++;
        case "del", "moveFrom" -> deletions++;
        case "vanish", "specVanish" -> {
          String value = element.attribute("val");
          if (!open.isEmpty() && !value.equals("0") && !value.equals("false")) {
            open.element().hidden = true;
          }
        }
        case "tab" -> append("\t");
        case "br", "cr" -> append("\n");
        case "noBreakHyphen" -> append("-");
        case "docPr" -> reading.hidden(place() + ", description", element.attribute("descr"));
        default -> {
          // formatting
        }
      }
    }

    private String place() {
      TableAt table = tables.peek();
      String inTable =
          table == null
              ? ""
              : "table %d, row %d, column %d".formatted(table.number, table.row, table.column);
      String where = inTable.isEmpty() ? "paragraph " + (paragraphs + 1) : inTable;
      String box = boxes > 0 ? "text box at " + where : where;
      return story.isEmpty() ? box : story + ", " + box;
    }

    private void append(String text) {
      if (!open.isEmpty()) {
        (deletions > 0 ? open.element().deleted : open.element().kept).append(text);
      }
    }

    @Override
    public void text(String element, String text) {
      switch (element) {
        case "t" -> append(text);
        case "delText" -> {
          if (!open.isEmpty()) {
            open.element().deleted.append(text);
          }
        }
        case "instrText", "delInstrText" -> {
          if (!open.isEmpty()) {
            open.element().fields.append(text);
          }
        }
        default -> {
          // white space between elements
        }
      }
    }

    @Override
    public void end(String name) {
      switch (name) {
        case "p" -> close(open.poll());
        case "tbl" -> tables.poll();
        case "txbxContent" -> boxes--;
        case "del", "moveFrom" -> deletions--;
        default -> {
          // nothing that is kept track of
        }
      }
    }

    private void close(@org.jspecify.annotations.Nullable Paragraph paragraph) {
      if (paragraph == null) {
        return;
      }
      if (tables.isEmpty() && boxes == 0) {
        paragraphs++;
      }
      String at = paragraph.place;
      TableAt table = tables.peek();
      String text = paragraph.kept.toString();
      String heading = table == null ? "" : table.columns.heading(table.row, table.column, text);
      boolean shown = !paragraph.hidden && !story.equals("comment") && !story.equals("glossary");
      reading.add(
          new Passage(paragraph.hidden ? at + " (hidden text)" : at, shown, heading, text, 0));
      reading.hidden("deleted text in " + at, paragraph.deleted.toString());
      reading.hidden("field in " + at, paragraph.fields.toString());
    }
  }
}
