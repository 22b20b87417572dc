package org.heliograph.privacy.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.heliograph.privacy.Finding;
import org.heliograph.privacy.PrivacyScan;

/** Scans a document for what is personal, within bounded time and memory. */
public final class DocumentScan {
  private final Limits limits;

  public DocumentScan() {
    this(Limits.USUAL);
  }

  public DocumentScan(Limits limits) {
    this.limits = limits;
  }

  /** Scans a file; one that is too large is not even read. */
  public ScanResult scan(Path file) throws IOException {
    if (Files.size(file) > limits.bytes()) {
      return refused(RefusalCode.TOO_LARGE);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return scan(String.valueOf(file.getFileName()), in.readNBytes(limits.bytes() + 1));
    }
  }

  /**
   * Scans a document.
   *
   * @param name the file's name, of which only the ending counts, and only against the content
   */
  public ScanResult scan(String name, byte[] bytes) {
    return scan(name, bytes, new Collector());
  }

  /**
   * The same, and hands the texts on as well.
   *
   * @param texts what it took until a refusal must not be used
   */
  public ScanResult scan(String name, byte[] bytes, Passage.Sink texts) {
    return scan(
        name,
        bytes,
        new Collector() {
          @Override
          public void take(Passage passage) {
            super.take(passage);
            texts.take(passage);
          }
        });
  }

  private ScanResult scan(String name, byte[] bytes, Collector collector) {
    try {
      DocumentType type = read(name, bytes, collector);
      return new ScanResult.Scanned(
          type, List.copyOf(collector.findings), collector.unlisted, List.copyOf(collector.unread));
    } catch (Refusal refusal) {
      return refused(refusal.code());
    }
  }

  /**
   * Hands on the texts of a document, for whoever indexes it.
   *
   * @return a refusal, or nothing found: what was taken until a refusal must not be used
   */
  public ScanResult texts(String name, byte[] bytes, Passage.Sink sink) {
    try {
      return new ScanResult.Scanned(read(name, bytes, sink), List.of(), 0, List.of());
    } catch (Refusal refusal) {
      return refused(refusal.code());
    }
  }

  private DocumentType read(String name, byte[] bytes, Passage.Sink sink) {
    if (bytes.length > limits.bytes()) {
      throw new Refusal(RefusalCode.TOO_LARGE);
    }
    return DocumentReader.read(name, bytes, Reading.begin(limits, sink), 0);
  }

  private static ScanResult.Refused refused(RefusalCode code) {
    return new ScanResult.Refused(code, code.remedy());
  }

  private class Collector implements Passage.Sink {
    /** The same text may stand in two parts, such as a text box and its older form. */
    private final Set<Finding> findings = new LinkedHashSet<>();

    private final List<String> unread = new ArrayList<>();
    private int unlisted;

    @Override
    public void take(Passage passage) {
      List<Finding> found =
          PrivacyScan.scanUnder(
              passage.heading(), passage.place(), passage.text(), passage.firstLine());
      for (Finding finding : found) {
        if (findings.size() < limits.findings()) {
          findings.add(finding);
        } else if (!findings.contains(finding)) {
          unlisted++;
        }
      }
    }

    @Override
    public void cannotRead(String what) {
      unread.add(what);
    }
  }
}
