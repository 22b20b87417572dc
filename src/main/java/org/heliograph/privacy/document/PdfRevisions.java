package org.heliograph.privacy.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The earlier versions that a PDF still holds when programs append their changes to it: what was
 * removed from a page is in the file as it was. Pages that did not change are not read again.
 */
final class PdfRevisions {
  private static final String END = "%%EOF";

  /** A file that was changed more often has its oldest versions left to people. */
  private static final int MOST = 5;

  private final byte[] bytes;
  private final Reading reading;
  private final Set<String> pages;

  /**
   * @param pages the texts of the pages as they are now
   */
  PdfRevisions(byte[] bytes, Reading reading, Set<String> pages) {
    this.bytes = bytes;
    this.reading = reading;
    this.pages = pages;
  }

  void read() {
    List<Integer> ends = ends();
    // the last one is the document itself
    int earlier = ends.size() - 1;
    for (int i = Math.max(0, earlier - MOST); i < earlier; i++) {
      read(i + 1, Arrays.copyOf(bytes, ends.get(i)));
    }
    if (earlier > MOST) {
      reading.cannotRead("the oldest of the file's earlier versions");
    }
  }

  private List<Integer> ends() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    var ends = new ArrayList<Integer>();
    for (int at = text.indexOf(END); at >= 0; at = text.indexOf(END, at + 1)) {
      ends.add(at + END.length());
    }
    return ends;
  }

  private void read(int number, byte[] version) {
    try (PDDocument document = Loader.loadPDF(version)) {
      int last = Math.min(document.getNumberOfPages(), reading.limits().pages());
      var stripper = new PageText(reading);
      for (int page = 1; page <= last; page++) {
        reading.checkTime();
        String text = stripper.of(document, page);
        if (pages.add(text)) {
          reading.hidden("earlier version %d, page %d".formatted(number, page), text);
        }
      }
    } catch (Refusal e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // an end mark of a file that is arranged for the web ends no version
    }
  }
}
