package org.heliograph.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.heliograph.importing.ImportRefused.Code;

/** Looks at an uploaded file before anybody reads it: whether it is what its name says. */
public final class FileCheck {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] PDF = {'%', 'P', 'D', 'F'};

  /** How deep into an old container the name of its encrypted part is looked for. */
  private static final int HEAD = 1 << 20;

  private FileCheck() {}

  /** Throws what is wrong with it. */
  public static void check(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) {
      throw new ImportRefused(Code.EMPTY, "the file is empty: begin with the template");
    }
    boolean workbook = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    if (begins(head, OLE)) {
      throw contains(head, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))
          ? new ImportRefused(
              Code.PASSWORD, "the workbook is protected by a password: save it without one")
          : new ImportRefused(
              Code.UNREADABLE, "the file is an old .xls workbook: save it as .xlsx");
    }
    if (workbook != begins(head, ZIP) || begins(head, PDF)) {
      throw new ImportRefused(
          Code.UNREADABLE,
          "the file is not what its name says: save it as .xlsx, CSV UTF-8 or JSON Lines");
    }
    if (workbook) {
      WorkbookCheck.check(file);
    } else if (head[0] == (byte) 0xFF || head[0] == (byte) 0xFE || contains(head, new byte[] {0})) {
      throw new ImportRefused(
          Code.ENCODING, "the file is UTF-16, or no text at all: save it as CSV UTF-8");
    }
  }

  private static boolean begins(byte[] head, byte[] mark) {
    return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
  }

  private static boolean contains(byte[] head, byte[] part) {
    for (int i = 0; i + part.length <= head.length; i++) {
      if (Arrays.equals(head, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
