package org.heliograph.privacy.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.privacy.document.XmlPart.Element;
import org.jspecify.annotations.Nullable;

/**
 * An .xlsx workbook: its sheets, also the hidden ones, comments, text boxes, names and the rest.
 */
final class WorkbookText {
  private static final int MOST_SHARED_CHARACTERS = 64 << 20;
  private final OfficePackage parts;
  private final Reading reading;
  private final List<String> shared = new ArrayList<>();

  /** What the place of a part's text begins with, for parts that belong to a sheet. */
  private final Map<String, String> owners = new HashMap<>();

  WorkbookText(OfficePackage parts, Reading reading) {
    this.parts = parts;
    this.reading = reading;
  }

  void read(int depth) {
    String workbook = parts.has("xl/workbook.xml") ? "xl/workbook.xml" : main();
    Map<String, String> relations = parts.relations(workbook);
    Map<String, String> sheets = sheets(workbook, relations);
    for (String target : relations.values()) {
      if (target.endsWith("sharedStrings.xml") && parts.has(target)) {
        require(parts.read(target, new SharedStrings()));
      }
    }
    sheets.forEach(this::readSheet);
    owners.forEach(this::readOwned);
    AnyPart.readAll(parts, reading, depth);
  }

  private String main() {
    return parts.relations("").values().stream()
        .filter(target -> target.endsWith("workbook.xml") && parts.has(target))
        .findFirst()
        .orElseThrow(() -> new Refusal(RefusalCode.CORRUPT));
  }

  private static void require(boolean read) {
    if (!read) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
  }

  /** The places of the sheets by their parts, and the defined names on the way. */
  private Map<String, String> sheets(String workbook, Map<String, String> relations) {
    var sheets = new LinkedHashMap<String, String>();
    var name = new StringBuilder();
    require(
        parts.read(
            workbook,
            new XmlPart.Events() {
              @Override
              public void begin(Element element) {
                if (element.is("sheet")) {
                  String target = relations.getOrDefault(element.attribute("id"), "");
                  String state = element.attribute("state");
                  boolean hidden = state.equals("hidden") || state.equals("veryHidden");
                  String title = element.attribute("name");
                  reading.add(new Passage("name of a sheet", !hidden, "", title, 0));
                  sheets.put(target, "sheet " + Places.title(title) + (hidden ? " (hidden)" : ""));
                } else if (element.is("definedName")) {
                  name.setLength(0);
                  name.append(element.attribute("name"));
                  reading.hidden("comment of a defined name", element.attribute("comment"));
                }
              }

              @Override
              public void text(String element, String text) {
                if (element.equals("definedName")) {
                  reading.hidden("defined name " + Places.title(name.toString()), text);
                }
              }
            }));
    return sheets;
  }

  private void readSheet(String part, String place) {
    if (!parts.has(part)) {
      return;
    }
    parts.relations(part).values().forEach(target -> own(target, place));
    require(parts.read(part, new SheetText(place, shared, reading)));
  }

  private void own(String target, String place) {
    if (parts.has(target) && !target.contains("/media/") && !target.contains("/embeddings/")) {
      owners.putIfAbsent(target, place);
    } else if (!parts.has(target)) {
      reading.hidden(place + ", link", target);
    }
  }

  private void readOwned(String part, String place) {
    boolean comments = part.contains("omment");
    boolean drawing = part.contains("/drawings/") && part.endsWith(".xml");
    if (comments || drawing) {
      parts.read(part, new Notes(place, comments));
    }
  }

  private final class SharedStrings implements XmlPart.Events {
    private final StringBuilder text = new StringBuilder();
    private boolean phonetic;
    private long characters;

    @Override
    public void begin(Element element) {
      if (element.is("si")) {
        text.setLength(0);
      }
      phonetic |= element.is("rPh");
    }

    @Override
    public void text(String element, String part) {
      if (element.equals("t") && !phonetic) {
        text.append(part);
      }
    }

    @Override
    public void end(String name) {
      if (name.equals("rPh")) {
        phonetic = false;
      } else if (name.equals("si")) {
        characters += text.length();
        if (characters > MOST_SHARED_CHARACTERS) {
          throw new Refusal(RefusalCode.TOO_LARGE);
        }
        shared.add(text.toString());
      }
    }
  }

  /** Comments by their cell, and the paragraphs of text boxes. */
  private final class Notes implements XmlPart.Events {
    private final String place;
    private final boolean comments;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String cell;

    Notes(String place, boolean comments) {
      this.place = place;
      this.comments = comments;
    }

    @Override
    public void begin(Element element) {
      if (element.is("comment") || element.is("threadedComment")) {
        cell = element.attribute("ref");
        text.setLength(0);
      }
      reading.hidden(place + ", description of a drawing", element.attribute("descr"));
    }

    @Override
    public void text(String element, String part) {
      if (element.equals("author")) {
        reading.hidden(place + ", author of a comment", part);
      } else if (!part.isBlank()) {
        text.append(part);
      }
    }

    @Override
    public void end(String name) {
      if (comments && (name.equals("comment") || name.equals("threadedComment"))) {
        String at = cell == null ? "comment" : "comment of " + Places.title(cell);
        reading.hidden(place + ", " + at, text.toString());
        text.setLength(0);
      } else if (!comments && name.equals("p")) {
        text.append('\n');
      } else if (!comments && name.equals("txBody")) {
        reading.shown(place + ", text box", text.toString());
        text.setLength(0);
      }
    }
  }
}
