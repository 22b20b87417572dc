package org.heliograph.privacy.stripping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Keeps of a PNG the chunks that draw it. */
final class PngStripping {
  private static final int SIGNATURE = 8;
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD",
          "pHYs", "acTL", "fcTL", "fdAT");

  private PngStripping() {}

  static byte[] strip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, Math.min(SIGNATURE, bytes.length));
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int at = SIGNATURE;
    while (at + 12 <= bytes.length) {
      int length = in.getInt(at);
      if (length < 0 || length > bytes.length - at - 12) {
        throw new IOException("a chunk ends behind the file");
      }
      String type = new String(bytes, at + 4, 4, StandardCharsets.US_ASCII);
      if (KEPT.contains(type)) {
        out.write(bytes, at, length + 12);
      }
      if (type.equals("IEND")) {
        return out.toByteArray();
      }
      at += length + 12;
    }
    throw new IOException("ends in the middle");
  }
}
