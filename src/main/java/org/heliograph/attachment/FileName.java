package org.heliograph.attachment;

import java.util.Locale;
import org.heliograph.privacy.document.DocumentType;

/** Names of files: what somebody gave, made harmless and true. */
final class FileName {
  private static final int LONGEST = 160;

  private FileName() {}

  /** The last part of a path, without characters that are none; never empty. */
  static String of(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    var name = new StringBuilder();
    last.codePoints()
        .filter(c ->
            !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE)
        .forEach(name::appendCodePoint);
    String harmless = name.toString().strip();
    if (harmless.length() > LONGEST) {
      int dot = harmless.lastIndexOf('.');
      String ending = dot < 0 || harmless.length() - dot > 10 ? "" : harmless.substring(dot);
      harmless = harmless.substring(0, LONGEST - ending.length()) + ending;
    }
    return harmless.isEmpty() || harmless.startsWith(".") ? "附件" + harmless : harmless;
  }

  /** The name with an ending that its type has. */
  static String fitting(String name, DocumentType type) {
    return type.names(name) ? name : name + "." + type.ending();
  }

  /** What browsers are told: text is never taken for a page. */
  static String mediaType(String name, DocumentType type) {
    return switch (type) {
      case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case XLS -> "application/vnd.ms-excel";
      case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      case PDF -> "application/pdf";
      case TEXT -> name.toLowerCase(Locale.ROOT).endsWith(".csv") ? "text/csv" : "text/plain";
      case JPEG -> "image/jpeg";
      case PNG -> "image/png";
      case GIF -> "image/gif";
      case TIFF -> "image/tiff";
      case WEBP -> "image/webp";
      case BMP -> "image/bmp";
    };
  }
}
