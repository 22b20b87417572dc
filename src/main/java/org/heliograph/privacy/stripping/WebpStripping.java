package org.heliograph.privacy.stripping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Keeps of a WebP the chunks that draw it. */
final class WebpStripping {
  private static final int HEADER = 12;
  private static final Set<String> KEPT =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

  /** In the extended header: that there is Exif, that there is XMP. */
  private static final int TOLD = 0x08 | 0x04;

  private WebpStripping() {}

  static byte[] strip(byte[] bytes) throws IOException {
    if (bytes.length < HEADER) {
      throw new IOException("no WebP");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long end = Math.min(bytes.length, 8 + Integer.toUnsignedLong(in.getInt(4)));
    var out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, HEADER);
    int at = HEADER;
    while (at + 8 <= end) {
      int length = in.getInt(at + 4);
      if (length < 0 || length > end - at - 8) {
        throw new IOException("a chunk ends behind the file");
      }
      String type = new String(bytes, at, 4, StandardCharsets.US_ASCII);
      if (KEPT.contains(type)) {
        byte[] chunk = new byte[8 + length + (length & 1)];
        System.arraycopy(bytes, at, chunk, 0, Math.min(chunk.length, bytes.length - at));
        if (type.equals("VP8X")) {
          chunk[8] = (byte) (chunk[8] & ~TOLD);
        }
        out.write(chunk);
      }
      at += 8 + length + (length & 1);
    }
    byte[] stripped = out.toByteArray();
    ByteBuffer.wrap(stripped).order(ByteOrder.LITTLE_ENDIAN).putInt(4, stripped.length - 8);
    return stripped;
  }
}
