package org.heliograph.attachment.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** The header in which the tus protocol tells of a file. */
final class UploadMetadata {
  private static final int LONGEST_METADATA = 4096;

  private UploadMetadata() {}

  /** Pairs of a key and its value in Base64, divided by commas. */
  static Map<String, String> read(@Nullable String header) {
    var told = new HashMap<String, String>();
    if (header == null) {
      return told;
    }
    if (header.length() > LONGEST_METADATA) {
      throw Problem.badInput("Upload-Metadata", "is too long");
    }
    try {
      for (String pair : header.split(",")) {
        String[] parts = pair.strip().split(" ", 2);
        byte[] value = Base64.getDecoder().decode(parts.length < 2 ? "" : parts[1].strip());
        told.put(parts[0], new String(value, StandardCharsets.UTF_8));
      }
    } catch (IllegalArgumentException e) {
      throw Problem.badInput("Upload-Metadata", "holds a value that is not Base64");
    }
    return told;
  }
}
