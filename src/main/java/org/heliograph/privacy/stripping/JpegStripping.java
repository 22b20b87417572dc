package org.heliograph.privacy.stripping;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keeps of a JPEG what draws it: tables, frames and scans, the colour profile, and which side is
 * up. Application segments, comments, thumbnails and whatever follows the picture are left out.
 */
final class JpegStripping {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int COMMENT = 0xFE;
  private static final int JFIF_LENGTH = 16;

  private final byte[] in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at;

  private JpegStripping(byte[] in) {
    this.in = in;
  }

  static byte[] strip(byte[] bytes) throws IOException {
    var stripping = new JpegStripping(bytes);
    stripping.picture(orientation(bytes));
    return stripping.out.toByteArray();
  }

  private void picture(int orientation) throws IOException {
    if (in.length < 4 || unsigned(0) != 0xFF || unsigned(1) != SOI) {
      throw new IOException("no JPEG");
    }
    out.write(in, 0, 2);
    if (orientation > 1) {
      out.write(exif(orientation));
    }
    at = 2;
    while (true) {
      int marker = marker();
      if (marker == EOI) {
        out.write(0xFF);
        out.write(EOI);
        return;
      }
      int start = at;
      int length = (unsigned(at) << 8) + unsigned(at + 1);
      if (length < 2 || start + length > in.length) {
        throw new IOException("a segment ends behind the file");
      }
      at += length;
      if (keeps(marker, start + 2, length - 2)) {
        segment(marker, start, length);
      }
      if (marker == SOS) {
        scan();
      }
    }
  }

  private int marker() throws IOException {
    if (unsigned(at) != 0xFF) {
      throw new IOException("no marker");
    }
    while (unsigned(at) == 0xFF) {
      at++;
    }
    return unsigned(at++);
  }

  private boolean keeps(int marker, int start, int length) {
    return switch (marker) {
      case 0xE0 -> begins(start, length, "JFIF\0");
      case 0xE2 -> begins(start, length, "ICC_PROFILE\0");
      case 0xEE -> begins(start, length, "Adobe");
      default -> marker != COMMENT && (marker < 0xE0 || marker > 0xEF);
    };
  }

  private boolean begins(int start, int length, String word) {
    byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
    return length >= wanted.length
        && Arrays.equals(in, start, start + wanted.length, wanted, 0, wanted.length);
  }

  private void segment(int marker, int start, int length) {
    out.write(0xFF);
    out.write(marker);
    if (marker == 0xE0 && length >= JFIF_LENGTH) {
      // without its thumbnail, which may show more than the picture
      out.write(0);
      out.write(JFIF_LENGTH);
      out.write(in, start + 2, JFIF_LENGTH - 4);
      out.write(0);
      out.write(0);
    } else {
      out.write(in, start, length);
    }
  }

  /** Coded data goes to the next marker that is neither stuffing nor a restart. */
  private void scan() throws IOException {
    int start = at;
    while (true) {
      if (unsigned(at) == 0xFF) {
        int next = unsigned(at + 1);
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
          break;
        }
      }
      at++;
    }
    out.write(in, start, at - start);
  }

  private int unsigned(int index) throws IOException {
    if (index >= in.length) {
      throw new IOException("ends in the middle");
    }
    return in[index] & 0xFF;
  }

  private static int orientation(byte[] bytes) {
    try {
      var directory =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length)
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      Integer value =
          directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      return value != null && value >= 1 && value <= 8 ? value : 1;
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      return 1;
    }
  }

  /** An Exif segment that says which side is up, and nothing else. */
  private static byte[] exif(int orientation) {
    return new byte[] {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
  }
}
