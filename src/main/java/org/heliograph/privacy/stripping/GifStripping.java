package org.heliograph.privacy.stripping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Keeps of a GIF its images, how long each is shown, and whether they go round. */
final class GifStripping {
  private static final int HEADER = 13;
  private static final int TRAILER = 0x3B;
  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int APPLICATION = 0xFF;

  private final byte[] in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at;

  private GifStripping(byte[] in) {
    this.in = in;
  }

  static byte[] strip(byte[] bytes) throws IOException {
    var stripping = new GifStripping(bytes);
    stripping.picture();
    return stripping.out.toByteArray();
  }

  private void picture() throws IOException {
    at = HEADER + colours(unsigned(10));
    unsigned(at);
    out.write(in, 0, at);
    while (true) {
      int start = at;
      int block = unsigned(at++);
      switch (block) {
        case TRAILER -> {
          out.write(TRAILER);
          return;
        }
        case IMAGE -> {
          at += 9 + colours(unsigned(at + 8)) + 1;
          skipBlocks();
          out.write(in, start, at - start);
        }
        case EXTENSION -> {
          int label = unsigned(at++);
          boolean kept = label == GRAPHIC_CONTROL || label == APPLICATION && goesRound();
          skipBlocks();
          if (kept) {
            out.write(in, start, at - start);
          }
        }
        default -> throw new IOException("no block of a GIF");
      }
    }
  }

  /** The bytes of a colour table whose flags these are. */
  private static int colours(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private boolean goesRound() throws IOException {
    unsigned(at + 11);
    String name = new String(in, at + 1, 11, StandardCharsets.US_ASCII);
    return name.equals("NETSCAPE2.0") || name.equals("ANIMEXTS1.0");
  }

  private void skipBlocks() throws IOException {
    int length = unsigned(at++);
    while (length > 0) {
      at += length;
      length = unsigned(at++);
    }
  }

  private int unsigned(int index) throws IOException {
    if (index >= in.length) {
      throw new IOException("ends in the middle");
    }
    return in[index] & 0xFF;
  }
}
