package org.heliograph.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.heliograph.importing.ImportRefused.Code;

/**
 * Reads a workbook once through, keeping nothing, before it is read in earnest: parts that expand
 * without end, rows with a million cells and cells with a million characters are refused here,
 * where they cost nothing.
 */
final class WorkbookCheck {
  private static final int MOST_PARTS = 1_000;
  private static final int MOST_CELLS = 1_000;
  private static final int LONGEST_CELL = 1 << 20;

  /** Texts that rows share and styles: the reader keeps them in memory. */
  private static final long MOST_KEPT = 48L << 20;

  /** Rows, which pass by. */
  private static final long MOST_PASSING = 1L << 30;

  private WorkbookCheck() {}

  static void check(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw tooFar();
      }
      long all = 0;
      for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
        ZipEntry entry = each.nextElement();
        boolean sheet = entry.getName().contains("worksheets/") && entry.getName().endsWith(".xml");
        var in = new Counted(zip.getInputStream(entry), sheet ? MOST_PASSING : MOST_KEPT);
        try (in) {
          if (sheet) {
            cells(in);
          } else {
            in.skip();
          }
        }
        all += in.count;
        if (all > MOST_PASSING) {
          throw tooFar();
        }
      }
    } catch (ZipException | XMLStreamException e) {
      throw new ImportRefused(
          Code.UNREADABLE, "the workbook is damaged: open it and save it again as .xlsx");
    }
  }

  private static void cells(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    int cells = 0;
    long characters = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          switch (xml.getLocalName()) {
            case "row" -> cells = 0;
            case "c" -> {
              cells++;
              characters = 0;
              if (cells > MOST_CELLS || column(xml.getAttributeValue(null, "r")) > MOST_CELLS) {
                throw new ImportRefused(
                    Code.HEADER,
                    "the workbook has a row with more than %,d cells: delete the empty columns behind the last one"
                        .formatted(MOST_CELLS));
              }
            }
            default -> {}
          }
        }
        case XMLStreamConstants.CHARACTERS -> {
          characters += xml.getTextLength();
          if (characters > LONGEST_CELL) {
            throw tooFar();
          }
        }
        case XMLStreamConstants.DTD -> throw new XMLStreamException("no workbook has a DTD");
        default -> {}
      }
    }
  }

  /** The number of the column in a cell's place, from 1; 0 for none. */
  private static long column(@org.jspecify.annotations.Nullable String place) {
    long column = 0;
    for (int i = 0; place != null && i < place.length() && place.charAt(i) >= 'A'; i++) {
      column = Math.min(Integer.MAX_VALUE, column * 26 + (place.charAt(i) - 'A' + 1));
    }
    return column;
  }

  private static ImportRefused tooFar() {
    return new ImportRefused(
        Code.EXPANDS_TOO_FAR,
        "the workbook expands to far more than rows of a list need: copy the rows into the template");
  }

  /** Counts what is read and reads no more than it may. */
  private static final class Counted extends FilterInputStream {
    private final long most;
    private long count;

    Counted(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      add(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      add(Math.max(0, read));
      return read;
    }

    void skip() throws IOException {
      byte[] part = new byte[1 << 16];
      while (read(part, 0, part.length) >= 0) {
        // counted
      }
    }

    private void add(int read) {
      count += read;
      if (count > most) {
        throw tooFar();
      }
    }
  }
}
