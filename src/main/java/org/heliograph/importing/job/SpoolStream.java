package org.heliograph.importing.job;

import java.io.OutputStream;

/** Puts away what is written to it, piece by piece. */
final class SpoolStream extends OutputStream {
  private final Spool spool;
  private final long job;
  private final Spool.Part part;
  private final byte[] piece = new byte[Spool.PIECE];
  private int filled;
  private int pieces;

  SpoolStream(Spool spool, long job, Spool.Part part) {
    this.spool = spool;
    this.job = job;
    this.part = part;
  }

  @Override
  public void write(int b) {
    if (filled == piece.length) {
      put();
    }
    piece[filled++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == piece.length) {
        put();
      }
      int some = Math.min(left, piece.length - filled);
      System.arraycopy(bytes, from, piece, filled, some);
      filled += some;
      from += some;
      left -= some;
    }
  }

  private void put() {
    if (!spool.put(job, part, pieces, piece, filled)) {
      throw new ImportLedger.Stopped();
    }
    pieces++;
    filled = 0;
  }

  @Override
  public void close() {
    if (filled > 0) {
      put();
    }
  }
}
