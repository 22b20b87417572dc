package org.heliograph.export.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.heliograph.store.ReadStop;

/**
 * A response body that a worker thread writes no faster than the client reads: a few chunks may be
 * under way to the socket, then the writer waits. When the client is gone, or reads nothing for too
 * long, writing fails and the read behind it is stopped.
 */
final class ResponseStream extends OutputStream {
  private static final int CHUNK = 32 * 1024;
  private static final int UNDER_WAY = 4;

  /** HTTP/2's INTERNAL_ERROR. */
  private static final long RESET_CODE = 2;

  private final HttpServerResponse response;
  private final Duration stall;
  private final Semaphore room = new Semaphore(UNDER_WAY);
  private final ReadStop stop;
  private final byte[] chunk = new byte[CHUNK];
  private int filled = 0;
  private volatile boolean gone = false;

  ResponseStream(HttpServerResponse response, Duration stall, ReadStop stop) {
    this.response = response;
    this.stall = stall;
    this.stop = stop;
    response.closeHandler(closed -> leave());
    response.exceptionHandler(failed -> leave());
  }

  private void leave() {
    if (!response.ended()) {
      gone = true;
      // where the writer waits for room, let it find out
      room.release(UNDER_WAY);
      stop.stop();
    }
  }

  @Override
  public void write(int b) throws IOException {
    if (filled == CHUNK) {
      send();
    }
    chunk[filled++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == CHUNK) {
        send();
      }
      int part = Math.min(left, CHUNK - filled);
      System.arraycopy(bytes, from, chunk, filled, part);
      filled += part;
      from += part;
      left -= part;
    }
  }

  /** Chunks are sent when they are full: who flushes only says that a row is done. */
  @Override
  public void flush() {}

  private void send() throws IOException {
    try {
      if (!room.tryAcquire(stall.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the client has read nothing for " + stall);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (gone) {
      throw new IOException("the client is gone");
    }
    try {
      response
          .write(Buffer.buffer(filled).appendBytes(chunk, 0, filled))
          .onComplete(sent -> room.release());
    } catch (IllegalStateException e) {
      throw new IOException("the client is gone", e);
    }
    filled = 0;
  }

  /** Whether nothing has reached the client yet, so that a refusal still can. */
  boolean isUntouched() {
    return !response.headWritten();
  }

  boolean isGone() {
    return gone;
  }

  /** Sends the rest and ends the body, with a trailer. */
  void complete(String trailer, String value) throws IOException {
    if (filled > 0) {
      send();
    }
    response.putTrailer(trailer, value);
    response.end();
  }

  /** Breaks off so that the client cannot take what it has for the whole. */
  void breakOff(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      response.reset(RESET_CODE);
    } else {
      // chunks without the last, empty one
      request.connection().close();
    }
  }
}
