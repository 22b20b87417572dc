package org.heliograph.privacy.stripping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.heliograph.privacy.stripping.Unstrippable.Reason;

/**
 * An Office package without properties, thumbnail, names of those who wrote, changed or commented,
 * paths of the author's disk, and without the metadata of its pictures. Comments and tracked
 * changes themselves stay: a scan has shown them to the editor.
 */
final class OfficeStripping {
  private static final int DEEPEST = 2;
  private static final long LARGEST = 256L << 20;

  /** One time for all parts, so that the same document always comes to the same bytes. */
  private static final FileTime SOME_TIME = FileTime.from(Instant.parse("1980-01-01T12:00:00Z"));

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "docProps/core.xml",
          "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
          "docProps/app.xml",
          "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
          "docProps/custom.xml",
          "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>");

  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private static final Set<String> PEOPLE =
      Set.of("author", "initials", "userId", "userName", "displayName", "providerId");

  private static final Pattern THUMBNAIL =
      Pattern.compile("<Relationship\\s[^<>]*/metadata/thumbnail\"[^<>]*/>");
  private static final Pattern PATH = Pattern.compile("<(?:[\\w]+:)?absPath\\s[^<>]*/>");

  private OfficeStripping() {}

  static byte[] strip(byte[] bytes, int depth) throws IOException, Unstrippable {
    var out = new ByteArrayOutputStream(bytes.length);
    long expanded = 0;
    try (ZipFile in = ZipFile.builder().setByteArray(bytes).get();
        var zip = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
        String name = entry.getName();
        if (name.endsWith("vbaProject.bin")) {
          throw new Unstrippable(Reason.MACROS);
        }
        if (entry.isDirectory() || name.startsWith("docProps/thumbnail")) {
          continue;
        }
        byte[] part = read(in, entry, LARGEST - expanded);
        expanded += part.length;
        var written = new ZipEntry(name);
        written.setLastModifiedTime(SOME_TIME);
        zip.putNextEntry(written);
        zip.write(part(name, part, depth));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] read(ZipFile in, ZipArchiveEntry entry, long most) throws IOException {
    try (InputStream part = in.getInputStream(entry)) {
      byte[] bytes = part.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, most + 1));
      if (bytes.length > most) {
        throw new IOException("expands too far");
      }
      return bytes;
    }
  }

  private static byte[] part(String name, byte[] bytes, int depth)
      throws IOException, Unstrippable {
    String properties = PROPERTIES.get(name);
    if (properties != null) {
      return (DECLARATION + properties).getBytes(StandardCharsets.UTF_8);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".xml") && tellsOfPeople(lower)) {
      return people(bytes);
    }
    if (lower.equals("_rels/.rels")) {
      return rewritten(bytes, THUMBNAIL);
    }
    if (lower.equals("xl/workbook.xml")) {
      return people(rewritten(bytes, PATH));
    }
    if (lower.endsWith(".jpg") || lower.endsWith(".jpeg")) {
      return starts(bytes, 0xFF, 0xD8) ? JpegStripping.strip(bytes) : bytes;
    }
    if (lower.endsWith(".png")) {
      return starts(bytes, 0x89, 'P') ? PngStripping.strip(bytes) : bytes;
    }
    boolean document = lower.endsWith(".docx") || lower.endsWith(".xlsx");
    return document && depth < DEEPEST && starts(bytes, 'P', 'K') ? strip(bytes, depth + 1) : bytes;
  }

  private static boolean starts(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static boolean tellsOfPeople(String name) {
    return name.startsWith("word/")
        || name.startsWith("xl/comments")
        || name.startsWith("xl/persons/")
        || name.startsWith("xl/revisions/");
  }

  private static byte[] people(byte[] bytes) {
    var charset = charset(bytes);
    String xml = XmlWords.withoutAttributes(new String(bytes, charset), PEOPLE);
    return XmlWords.withoutText(xml, "author").getBytes(charset);
  }

  private static byte[] rewritten(byte[] bytes, Pattern what) {
    var charset = charset(bytes);
    return what.matcher(new String(bytes, charset)).replaceAll("").getBytes(charset);
  }

  /** As the byte order mark says; Office writes UTF-8. */
  private static java.nio.charset.Charset charset(byte[] bytes) {
    return starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)
        ? StandardCharsets.UTF_16
        : StandardCharsets.UTF_8;
  }
}
