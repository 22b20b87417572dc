package org.heliograph.privacy.stripping;

import java.io.IOException;
import java.util.Locale;
import org.heliograph.privacy.document.DocumentType;

/**
 * Takes author, place, device and earlier versions out of documents (个人信息保护法 第六条: no more than the
 * purpose needs). For documents that a scan has read to their ends, so that they are within its
 * bounds.
 */
public final class Stripping {
  private Stripping() {}

  /** The same document without them; the same bytes where the kind has none. */
  public static byte[] strip(DocumentType type, String name, byte[] bytes) throws Unstrippable {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".xlsm") || lower.endsWith(".docm") || lower.endsWith(".xltm")) {
      throw new Unstrippable(Unstrippable.Reason.MACROS);
    }
    try {
      return switch (type) {
        case JPEG -> JpegStripping.strip(bytes);
        case PNG -> PngStripping.strip(bytes);
        case GIF -> GifStripping.strip(bytes);
        case WEBP -> WebpStripping.strip(bytes);
        case XLSX, DOCX -> OfficeStripping.strip(bytes, 0);
        case XLS -> OldWorkbookStripping.strip(bytes);
        case PDF -> PdfStripping.strip(bytes);
        case TEXT, BMP -> bytes;
        case TIFF -> throw new Unstrippable(Unstrippable.Reason.UNSUPPORTED_TYPE);
      };
    } catch (IOException | RuntimeException e) {
      // the libraries answer damage with all kinds of exceptions
      throw new Unstrippable(Unstrippable.Reason.CORRUPT);
    }
  }
}
