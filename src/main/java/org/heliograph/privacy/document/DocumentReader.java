package org.heliograph.privacy.document;

import java.io.IOException;

/** Chooses how a document is read by what it is. */
final class DocumentReader {
  private DocumentReader() {}

  static DocumentType read(String name, byte[] bytes, Reading reading, int depth) {
    if (bytes.length == 0) {
      throw new Refusal(RefusalCode.EMPTY);
    }
    DocumentType type = DocumentType.of(name, bytes, reading);
    try {
      read(type, name, bytes, reading, depth);
    } catch (IOException e) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
    return type;
  }

  private static void read(DocumentType type, String name, byte[] bytes, Reading reading, int depth)
      throws IOException {
    switch (type) {
      case XLSX -> {
        try (var parts = new OfficePackage(bytes, reading)) {
          new WorkbookText(parts, reading).read(depth);
        }
      }
      case DOCX -> {
        try (var parts = new OfficePackage(bytes, reading)) {
          new WordText(parts, reading).read(depth);
        }
      }
      case XLS -> OldWorkbookText.read(bytes, reading);
      case PDF -> PdfText.read(bytes, reading, depth);
      case TEXT -> PlainText.read(name, bytes, reading);
      case JPEG, PNG, GIF, TIFF, WEBP, BMP -> Picture.read(bytes, reading);
    }
  }

  /** A document within another: what cannot be read there is for people to look at. */
  static void readWithin(String place, String name, byte[] bytes, Reading outer, int depth) {
    if (depth > outer.limits().depth()) {
      throw new Refusal(RefusalCode.TOO_DEEP);
    }
    try {
      read(name, bytes, outer.within(place), depth);
    } catch (Refusal refusal) {
      switch (refusal.code()) {
        case UNSUPPORTED_TYPE, EMPTY, TOO_MANY_PIXELS -> outer.cannotRead(place);
        default -> throw refusal;
      }
    }
  }
}
