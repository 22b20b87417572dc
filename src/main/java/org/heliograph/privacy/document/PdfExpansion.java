package org.heliograph.privacy.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Bounds what the streams of a PDF come to before the library reads it, because it keeps whole
 * streams in memory. Every stream is tried as deflated, whatever its dictionary says, so that the
 * structure, which may lie, is not asked. Protected files are refused here: nothing could be
 * measured in them.
 */
final class PdfExpansion {
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);
  private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s*(?:\\d+\\s+\\d+\\s+R|<<)");

  /** Filters of one stream, of which each may expand what the one before made of it. */
  private static final Pattern CHAIN =
      Pattern.compile(
          "(?:/FlateDecode|/Fl\\b|/LZWDecode|/LZW\\b|/RunLengthDecode|/RL\\b)[^>]*?(?:/FlateDecode|/Fl\\b|/LZWDecode|/LZW\\b|/RunLengthDecode|/RL\\b)");

  /** The filters that expand without being deflate: rare, and only in small streams harmless. */
  private static final Pattern OTHER = Pattern.compile("/LZWDecode|/RunLengthDecode");

  private static final int LONGEST_DICTIONARY = 2048;
  private static final int MOST_OTHER = 64 << 10;

  private PdfExpansion() {}

  static void check(byte[] bytes, Reading reading) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (ENCRYPTED.matcher(text).find()) {
      throw new Refusal(RefusalCode.ENCRYPTED);
    }
    byte[] out = new byte[64 << 10];
    int previous = 0;
    int other = 0;
    for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 1)) {
      boolean begins =
          (at < 3 || !text.startsWith("end", at - 3))
              && at + STREAM.length < bytes.length
              && (bytes[at + STREAM.length] == '\n' || bytes[at + STREAM.length] == '\r');
      if (!begins) {
        continue;
      }
      String dictionary = text.substring(Math.max(previous, at - LONGEST_DICTIONARY), at);
      if (CHAIN.matcher(dictionary).find()) {
        throw new Refusal(RefusalCode.EXPANDS_TOO_FAR);
      }
      if (OTHER.matcher(dictionary).find()) {
        int end = text.indexOf("endstream", at);
        other += (end < 0 ? bytes.length : end) - at;
        if (other > MOST_OTHER) {
          throw new Refusal(RefusalCode.EXPANDS_TOO_FAR);
        }
      }
      int from = at + STREAM.length + 1;
      from += from < bytes.length && bytes[from] == '\n' ? 1 : 0;
      inflate(bytes, from, out, reading);
      previous = at;
    }
  }

  private static void inflate(byte[] bytes, int from, byte[] out, Reading reading) {
    var inflater = new Inflater();
    try {
      inflater.setInput(bytes, from, bytes.length - from);
      while (!inflater.finished()) {
        int count = inflater.inflate(out);
        if (count == 0) {
          return;
        }
        reading.expanded(count);
        reading.checkTime();
      }
    } catch (DataFormatException e) {
      // it is not deflated, or damaged from here on: nothing more comes of it
    } finally {
      inflater.end();
    }
  }
}
