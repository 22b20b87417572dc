package org.heliograph.privacy.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The parts of an Office document that no reader of their own takes: charts, pivot caches, custom
 * XML, settings, properties, links. All their texts and attributes are read, because a value that a
 * pivot table remembers is as public as one in a cell. Documents within are documents, pictures are
 * left to people.
 */
final class AnyPart {
  /** Ends a clause, so that no number is put together from two values. */
  private static final String END = "。\n";

  private static final int TOGETHER = 1 << 16;
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,4000}>");

  private AnyPart() {}

  static void readAll(OfficePackage parts, Reading reading, int depth) {
    for (String name : parts.remaining("")) {
      read(name, parts, reading, depth);
    }
  }

  private static void read(String name, OfficePackage parts, Reading reading, int depth) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml")) {
      var texts = new Texts(place(name), reading);
      if (parts.read(name, texts)) {
        texts.flush();
      } else {
        readTagged(name, parts, reading);
      }
    } else if (lower.contains("vbaproject")) {
      reading.cannotRead("macros");
    } else if (lower.contains("thumbnail")) {
      reading.cannotRead("the preview picture of the document");
    } else if (lower.contains("/media/")) {
      Picture.readWithin(place(name), parts.bytes(name), reading);
    } else if (lower.contains("/embeddings/")
        || lower.matches(".*\\.(xlsx|docx|xls|pdf|csv|txt)")) {
      DocumentReader.readWithin(place(name), name, parts.bytes(name), reading, depth + 1);
    } else {
      reading.cannotRead(place(name));
    }
  }

  /** Markup that is no XML, as old drawings have it: what is left without its tags. */
  private static void readTagged(String name, OfficePackage parts, Reading reading) {
    String text = new String(parts.bytes(name), StandardCharsets.UTF_8);
    reading.hidden(place(name), TAG.matcher(text).replaceAll(END));
  }

  private static String place(String name) {
    if (name.startsWith("docProps/")) {
      return "document properties";
    }
    return "part " + name.replaceAll("[^A-Za-z0-9/._\\[\\]-]", "?");
  }

  /** Collects texts and attribute values, and hands them on some at a time. */
  private static final class Texts implements XmlPart.Events {
    private final String place;
    private final Reading reading;
    private final StringBuilder collected = new StringBuilder();

    Texts(String place, Reading reading) {
      this.place = place;
      this.reading = reading;
    }

    @Override
    public void begin(XmlPart.Element element) {
      for (int i = 0; i < element.attributes(); i++) {
        collected.append(element.attributeValue(i)).append(END);
      }
    }

    @Override
    public void text(String element, String text) {
      if (place.startsWith("document properties") && !text.isBlank()) {
        reading.hidden("property " + element, text);
        return;
      }
      collected.append(text);
    }

    @Override
    public void end(String name) {
      // runs of one text are elements of their own: t and span go on, everything else ends
      if (!name.equals("t") && !name.equals("r") && !name.equals("span")) {
        collected.append(END);
      }
      if (collected.length() > TOGETHER) {
        flush();
      }
    }

    void flush() {
      reading.hidden(place, collected.toString());
      collected.setLength(0);
    }
  }
}
