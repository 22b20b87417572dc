package org.heliograph.importing;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.heliograph.importing.ImportRefused.Code;

/**
 * Reads a workbook once through, keeping nothing, before it is read in earnest: parts that expand
 * without end, rows with a million cells and cells with a million characters are refused here,
 * where they cost nothing. Archive and XML are taken apart by what the reader itself uses, and
 * every part is looked at whatever its name: what the reader will find has been found here.
 */
final class WorkbookCheck {
  /** How each entry of an archive's directory begins. */
  static final byte[] ENTRY = {'P', 'K', 1, 2};

  static final int MOST_PARTS = 1_000;

  /** Texts that rows share and styles: the reader keeps them in memory. */
  private static final long MOST_KEPT = 48L << 20;

  /** Rows, which pass by. */
  private static final long MOST_PASSING = 1L << 30;

  private final XMLInputFactory xml = new InputFactoryImpl();
  private final Set<String> names = new HashSet<>();

  private WorkbookCheck() {
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_COALESCING, false);
  }

  /**
   * Throws what is wrong with it. How many parts it has is to be bounded before, since an archive's
   * directory is read into memory.
   */
  static void check(Path file) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      new WorkbookCheck().parts(zip);
    } catch (ImportRefused | FileSystemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // a file of this machine's own disk that cannot be taken apart: a truncated or torn archive
      throw damaged();
    }
  }

  private void parts(ZipFile zip) throws IOException {
    long all = 0;
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    for (ZipArchiveEntry entry : entries) {
      // readers differ in which of two parts of one name they take, and some do not mind its case
      if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
        throw new ImportRefused(
            Code.UNREADABLE,
            "the workbook has two parts of one name: open it and save it again as .xlsx");
      }
      String name = entry.getName();
      boolean sheet = name.contains("worksheets/") && name.endsWith(".xml");
      long most = Math.min(sheet ? MOST_PASSING : MOST_KEPT, MOST_PASSING - all);
      try (var in = new Counted(zip.getInputStream(entry), most)) {
        look(name, in);
        all += in.count;
      }
    }
  }

  private void look(String name, Counted in) throws IOException {
    boolean damaged = false;
    try {
      new SheetCheck(xml.createXMLStreamReader(in), in::mark).toEnd();
    } catch (XMLStreamException e) {
      // of a picture, say, the reader could get no further than this did
      damaged = isXml(name);
    }
    in.free();
    in.skip();
    if (damaged) {
      throw damaged();
    }
  }

  private static boolean isXml(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith(".xml") || small.endsWith(".rels");
  }

  private static ImportRefused damaged() {
    return new ImportRefused(
        Code.UNREADABLE, "the workbook is damaged: open it and save it again as .xlsx");
  }

  static ImportRefused tooFar() {
    return new ImportRefused(
        Code.EXPANDS_TOO_FAR,
        "the workbook expands to far more than rows of a list need: copy the rows into the template");
  }

  /**
   * Counts what is read and reads no more than it may: of the whole part, and of one piece of XML,
   * which the parser holds in memory.
   */
  private static final class Counted extends FilterInputStream {
    /** A tag with all its attributes, a comment, a text. */
    private static final long LONGEST_PIECE = 1L << 20;

    private final long most;
    private long piece = LONGEST_PIECE;
    private long count;
    private long marked;

    Counted(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    /** A piece has ended. */
    private void mark() {
      marked = count;
    }

    /** What follows is in nobody's memory. */
    private void free() {
      piece = Long.MAX_VALUE;
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
      if (count > most || count - marked > piece) {
        throw tooFar();
      }
    }
  }
}
