package org.heliograph.privacy.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One document being read: its bounds, how much of them is used up, and where its text goes. */
final class Reading {
  private static final long FREE_OF_RATIO = 1 << 20;
  private final Limits limits;
  private final long end;
  private final Passage.Sink sink;
  private final String outer;
  private final Used used;

  /** What the document and those within it have used up together. */
  private static final class Used {
    private long expanded;
    private int unread;
  }

  private Reading(Limits limits, long end, Passage.Sink sink, String outer, Used used) {
    this.limits = limits;
    this.end = end;
    this.sink = sink;
    this.outer = outer;
    this.used = used;
  }

  static Reading begin(Limits limits, Passage.Sink sink) {
    long end = System.nanoTime() + limits.time().toNanos();
    return new Reading(limits, end, sink, "", new Used());
  }

  /** The same for a document within this one. */
  Reading within(String place) {
    return new Reading(limits, end, sink, outer.isEmpty() ? place : outer + ": " + place, used);
  }

  Limits limits() {
    return limits;
  }

  /** Text that is seen when the document is opened. */
  void shown(String place, String text) {
    add(Passage.shown(place, text));
  }

  /** Text that is not. */
  void hidden(String place, String text) {
    add(Passage.hidden(place, text));
  }

  void add(Passage passage) {
    checkTime();
    if (!passage.text().isBlank()) {
      sink.take(outer.isEmpty() ? passage : passage.within(outer));
    }
  }

  void cannotRead(String what) {
    // of a document of a hundred thousand pictures the first thousand are enough
    if (used.unread++ < limits.findings()) {
      sink.cannotRead(outer.isEmpty() ? what : outer + ": " + what);
    }
  }

  void checkTime() {
    if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
      throw new Refusal(RefusalCode.TOO_SLOW);
    }
  }

  void expanded(long bytes) {
    used.expanded += bytes;
    if (used.expanded > limits.expandedBytes()) {
      throw new Refusal(RefusalCode.EXPANDS_TOO_FAR);
    }
  }

  /** A compressed part as it expands, within the bounds of the whole document and of the ratio. */
  InputStream within(InputStream part, long compressedSize) {
    return new FilterInputStream(part) {
      private long read;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
          read += count;
          expanded(count);
          if (read > FREE_OF_RATIO && read / Math.max(1, compressedSize) > limits.ratio()) {
            throw new Refusal(RefusalCode.EXPANDS_TOO_FAR);
          }
          checkTime();
        }
        return count;
      }

      @Override
      public long skip(long count) throws IOException {
        return read(new byte[(int) Math.min(count, 8192)]);
      }
    };
  }
}
