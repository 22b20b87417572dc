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

  /** The part that a password locks, as the directory of an old container names it. */
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

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
      throw count(file, ENCRYPTED, 1) > 0
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
      if (count(file, WorkbookCheck.ENTRY, WorkbookCheck.MOST_PARTS + 1)
          > WorkbookCheck.MOST_PARTS) {
        throw WorkbookCheck.tooFar();
      }
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
    return count(head, head.length, part) > 0;
  }

  private static int count(byte[] bytes, int length, byte[] part) {
    int count = 0;
    for (int i = 0; i + part.length <= length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        count++;
      }
    }
    return count;
  }

  /**
   * How often a file has these bytes, wherever they stand in it; beyond {@code enough} uncounted.
   */
  private static int count(Path file, byte[] part, int enough) throws IOException {
    byte[] some = new byte[HEAD];
    int kept = 0;
    int count = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(some, 0, HEAD);
          read > 0 && count < enough;
          read = in.readNBytes(some, kept, HEAD - kept)) {
        int length = kept + read;
        count += count(some, length, part);
        // what may be the beginning of one more
        kept = Math.min(length, part.length - 1);
        System.arraycopy(some, length - kept, some, 0, kept);
      }
    }
    return count;
  }
}
