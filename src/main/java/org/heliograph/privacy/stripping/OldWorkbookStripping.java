package org.heliograph.privacy.stripping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.heliograph.privacy.stripping.Unstrippable.Reason;

/** A workbook of before 2007 without its properties and the name of who saved it last. */
final class OldWorkbookStripping {
  /** The record with the name of who may write, padded to a fixed length. */
  private static final int WRITE_ACCESS = 0x5C;

  private static final int HEADER = 4;

  private OldWorkbookStripping() {}

  static byte[] strip(byte[] bytes) throws IOException, Unstrippable {
    try (var in = new POIFSFileSystem(new ByteArrayInputStream(bytes));
        var clean = new POIFSFileSystem()) {
      DirectoryNode root = in.getRoot();
      if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
        throw new Unstrippable(Reason.MACROS);
      }
      // copied, since what is deleted in place stays on the file's pages
      for (Entry entry : root) {
        String name = entry.getName();
        if (name.equals(SummaryInformation.DEFAULT_STREAM_NAME)
            || name.equals(DocumentSummaryInformation.DEFAULT_STREAM_NAME)) {
          continue;
        }
        if (List.of("Workbook", "Book").contains(name) && entry instanceof DocumentNode document) {
          clean.createDocument(new ByteArrayInputStream(withoutName(content(document))), name);
        } else {
          EntryUtils.copyNodeRecursively(entry, clean.getRoot());
        }
      }
      clean.getRoot().setStorageClsid(root.getStorageClsid());
      var out = new ByteArrayOutputStream(bytes.length);
      clean.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static byte[] content(DocumentNode document) throws IOException {
    try (var in = new DocumentInputStream(document)) {
      return in.readAllBytes();
    }
  }

  private static byte[] withoutName(byte[] workbook) {
    ByteBuffer in = ByteBuffer.wrap(workbook).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (at + HEADER <= workbook.length) {
      int kind = Short.toUnsignedInt(in.getShort(at));
      int length = Short.toUnsignedInt(in.getShort(at + 2));
      int end = Math.min(workbook.length, at + HEADER + length);
      if (kind == WRITE_ACCESS && length > 3) {
        // an empty text, and the padding that readers expect
        Arrays.fill(workbook, at + HEADER, at + HEADER + 3, (byte) 0);
        Arrays.fill(workbook, at + HEADER + 3, end, (byte) ' ');
      }
      at = end;
    }
    return workbook;
  }
}
