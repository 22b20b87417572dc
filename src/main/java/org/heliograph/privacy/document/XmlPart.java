package org.heliograph.privacy.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML read as a stream: no tree, no document type, nothing fetched from outside. */
final class XmlPart {
  private static final int DEEPEST = 256;
  private static final XMLInputFactory FACTORY = factory();

  private XmlPart() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** The part is no well-formed XML. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super(null, null, false, false);
    }
  }

  /** Is told of each element as it begins and ends, and of the text in between. */
  interface Events {
    void begin(Element element);

    default void end(String name) {}

    default void text(String element, String text) {}
  }

  /** An element that begins. It is valid only until the next one. */
  static final class Element {
    private final XMLStreamReader xml;

    private Element(XMLStreamReader xml) {
      this.xml = xml;
    }

    String name() {
      return xml.getLocalName();
    }

    boolean is(String name) {
      return xml.getLocalName().equals(name);
    }

    /** The attribute of that local name, in whatever namespace; empty when there is none. */
    String attribute(String name) {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        if (xml.getAttributeLocalName(i).equals(name)) {
          return xml.getAttributeValue(i);
        }
      }
      return "";
    }

    /** Whether an attribute says yes, as it also does in being there without a value. */
    boolean isOn(String name) {
      String value = attribute(name);
      return value.equals("1") || value.equals("true") || value.equals("on");
    }

    int attributes() {
      return xml.getAttributeCount();
    }

    String attributeName(int i) {
      return xml.getAttributeLocalName(i);
    }

    String attributeValue(int i) {
      return xml.getAttributeValue(i);
    }
  }

  static void read(InputStream part, Events events) throws Malformed {
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(decoded(part));
      Element element = new Element(xml);
      Deque<String> open = new ArrayDeque<>();
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            open.push(xml.getLocalName());
            if (open.size() > DEEPEST) {
              throw new Malformed();
            }
            events.begin(element);
          }
          case XMLStreamConstants.END_ELEMENT -> {
            events.end(xml.getLocalName());
            open.pop();
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (!open.isEmpty()) {
              events.text(open.peek(), xml.getText());
            }
          }
          default -> {
            // comments and instructions hold nothing that a document shows
          }
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new Malformed();
    } catch (IOException e) {
      throw new Malformed();
    }
  }

  /**
   * The characters of a part: parts are UTF-8 or UTF-16. The parser is not left to decode them,
   * because it prints what it cannot decode.
   */
  private static Reader decoded(InputStream part) throws IOException {
    var pushback = new PushbackInputStream(part, 3);
    byte[] mark = pushback.readNBytes(3);
    boolean utf8 = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB;
    if (!utf8) {
      pushback.unread(mark);
    }
    boolean utf16 = mark.length > 1 && (mark[0] & 0xFF) + (mark[1] & 0xFF) == 0xFF + 0xFE;
    return new InputStreamReader(
        pushback, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }
}
