package org.heliograph.privacy.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of an Office document, by the archive's own directory, which is what Office reads. Two
 * parts of one name, which different programs would read differently, make it corrupt.
 */
final class OfficePackage implements AutoCloseable {
  private static final String TYPES = "[Content_Types].xml";
  private final ZipFile archive;
  private final Reading reading;
  private final Map<String, ZipArchiveEntry> parts = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  OfficePackage(byte[] bytes, Reading reading) {
    this.reading = reading;
    try {
      archive = ZipFile.builder().setByteArray(bytes).get();
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
    Enumeration<ZipArchiveEntry> entries = archive.getEntries();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      if (entry.isDirectory()) {
        continue;
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new Refusal(RefusalCode.ENCRYPTED);
      }
      if (parts.put(entry.getName(), entry) != null) {
        throw new Refusal(RefusalCode.CORRUPT);
      }
      if (parts.size() > reading.limits().parts()) {
        throw new Refusal(RefusalCode.EXPANDS_TOO_FAR);
      }
    }
  }

  /** Which kind of Office document it is, by the types that it declares. */
  static DocumentType type(byte[] bytes, Reading reading) {
    try (var parts = new OfficePackage(bytes, reading)) {
      if (!parts.parts.containsKey(TYPES)) {
        throw new Refusal(RefusalCode.UNSUPPORTED_TYPE);
      }
      String types = new String(parts.bytes(TYPES), StandardCharsets.UTF_8);
      if (types.contains("spreadsheetml.sheet.main+xml")
          || types.contains("spreadsheetml.template.main+xml")
          || types.contains("sheet.macroEnabled.main+xml")) {
        return DocumentType.XLSX;
      }
      if (types.contains("wordprocessingml.document.main+xml")
          || types.contains("wordprocessingml.template.main+xml")
          || types.contains("document.macroEnabled.main+xml")) {
        return DocumentType.DOCX;
      }
      throw new Refusal(RefusalCode.UNSUPPORTED_TYPE);
    }
  }

  /** The names of the parts that nobody took yet and that begin so. */
  List<String> remaining(String beginning) {
    return parts.keySet().stream()
        .filter(name -> name.startsWith(beginning) && !taken.contains(name))
        .toList();
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  InputStream open(String name) {
    taken.add(name);
    ZipArchiveEntry entry = parts.get(name);
    if (entry == null) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
    try {
      return reading.within(archive.getInputStream(entry), entry.getCompressedSize());
    } catch (IOException e) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
  }

  byte[] bytes(String name) {
    try (InputStream part = open(name)) {
      byte[] bytes = part.readNBytes(reading.limits().bytes() + 1);
      if (bytes.length > reading.limits().bytes()) {
        throw new Refusal(RefusalCode.TOO_LARGE);
      }
      return bytes;
    } catch (IOException e) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
  }

  void take(String name) {
    taken.add(name);
  }

  /** Reads a part as XML; false when it is none, and then it counts as read by nobody. */
  boolean read(String name, XmlPart.Events events) {
    try (InputStream part = open(name)) {
      XmlPart.read(part, events);
      return true;
    } catch (XmlPart.Malformed e) {
      taken.remove(name);
      return false;
    } catch (IOException e) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
  }

  /** The targets of a part's relations, by their id, as names of parts or as outside links. */
  Map<String, String> relations(String name) {
    int slash = name.lastIndexOf('/');
    String directory = slash < 0 ? "" : name.substring(0, slash + 1);
    String file = directory + "_rels/" + name.substring(slash + 1) + ".rels";
    var targets = new HashMap<String, String>();
    if (!has(file)) {
      return targets;
    }
    read(
        file,
        element -> {
          String id = element.attribute("Id");
          String target = element.attribute("Target");
          if (element.is("Relationship") && !id.isEmpty()) {
            boolean outside = element.attribute("TargetMode").equals("External");
            targets.put(id, outside ? target : resolve(directory, target));
          }
        });
    return targets;
  }

  private static String resolve(String directory, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    var path = new ArrayList<String>();
    for (String step : (directory + target).split("/", -1)) {
      if (step.equals("..") && !path.isEmpty()) {
        path.removeLast();
      } else if (!step.equals(".")) {
        path.add(step);
      }
    }
    return String.join("/", path);
  }

  @Override
  public void close() {
    try {
      archive.close();
    } catch (IOException e) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
  }
}
