package org.heliograph.privacy.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** The kinds of documents that can be scanned, and how their content tells them apart. */
public enum DocumentType {
  XLSX("xlsx", "xlsm", "xltx"),
  XLS("xls", "xlt", "et"),
  DOCX("docx", "docm", "dotx"),
  PDF("pdf"),
  TEXT("txt", "csv", "tsv", "json", "jsonl", "md", "xml", "html", "htm", "log"),
  JPEG("jpg", "jpeg"),
  PNG("png"),
  GIF("gif"),
  TIFF("tif", "tiff"),
  WEBP("webp"),
  BMP("bmp");

  private final Set<String> endings;

  DocumentType(String... endings) {
    this.endings = Set.of(endings);
  }

  /** Whether a name ends as files of this type do. */
  public boolean names(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && endings.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** The usual end of such a file's name. */
  public String ending() {
    return this == TEXT ? "txt" : this == JPEG ? "jpg" : name().toLowerCase(Locale.ROOT);
  }

  boolean isPicture() {
    return ordinal() >= JPEG.ordinal();
  }

  /**
   * What the content is. The name is only compared with it: a file without an ending is taken for
   * what it is, one with another's ending is refused.
   */
  static DocumentType of(String name, byte[] bytes, Reading reading) {
    DocumentType type = sniff(bytes, reading);
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean known = false;
    for (DocumentType each : values()) {
      known |= each.endings.contains(ending);
    }
    if (!ending.isEmpty() && known && !type.endings.contains(ending)) {
      throw new Refusal(RefusalCode.MISLABELLED);
    }
    return type;
  }

  private static DocumentType sniff(byte[] bytes, Reading reading) {
    MediaType media;
    try {
      media =
          MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(bytes), new Metadata());
    } catch (IOException e) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
    return switch (media.toString()) {
      case "application/pdf" -> PDF;
      case "image/jpeg" -> JPEG;
      case "image/png" -> PNG;
      case "image/gif" -> GIF;
      case "image/tiff" -> TIFF;
      case "image/webp" -> WEBP;
      case "image/bmp", "image/x-ms-bmp" -> BMP;
      case "application/zip", "application/x-tika-ooxml" -> OfficePackage.type(bytes, reading);
      case "application/x-tika-msoffice" -> compound(bytes);
      case "application/json", "application/xml", "application/xhtml+xml" -> TEXT;
      default -> text(media, bytes);
    };
  }

  private static DocumentType text(MediaType media, byte[] bytes) {
    // UTF-16 has zero bytes: PlainText decodes it or refuses
    if (media.getType().equals("text") || PlainText.decodes(bytes)) {
      return TEXT;
    }
    throw new Refusal(RefusalCode.UNSUPPORTED_TYPE);
  }

  private static DocumentType compound(byte[] bytes) {
    try (var files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      DirectoryNode root = files.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        throw new Refusal(RefusalCode.ENCRYPTED);
      }
      if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
        return XLS;
      }
      throw new Refusal(RefusalCode.UNSUPPORTED_TYPE);
    } catch (Refusal e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // the library answers damage with all kinds of exceptions
      throw new Refusal(RefusalCode.CORRUPT);
    }
  }
}
