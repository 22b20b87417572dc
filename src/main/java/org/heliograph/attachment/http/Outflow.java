package org.heliograph.attachment.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;

/**
 * Writes a content no faster than it is read, and holds no thread between two pieces: a slow reader
 * costs a connection and nothing else.
 */
final class Outflow {
  private static final Logger LOG = Logger.getLogger(Outflow.class);
  private static final int PIECE = 64 * 1024;

  private final Vertx vertx;
  private final HttpServerResponse response;
  private final InputStream content;
  private boolean closed;

  Outflow(Vertx vertx, HttpServerResponse response, InputStream content) {
    this.vertx = vertx;
    this.response = response;
    this.content = content;
  }

  void start() {
    response.closeHandler(gone -> close());
    next();
  }

  private void next() {
    vertx
        .executeBlocking(() -> content.readNBytes(PIECE), false)
        .onSuccess(this::write)
        .onFailure(failure -> {
          LOG.warnf("a download broke off: %s", failure.toString());
          close();
          // fewer bytes than were announced: the client cannot take it for whole
          response.reset();
        });
  }

  private void write(byte[] bytes) {
    if (closed) {
      return;
    }
    if (bytes.length == 0) {
      close();
      response.end();
    } else {
      response
          .write(Buffer.buffer(bytes))
          .onSuccess(written -> next())
          .onFailure(failure -> close());
    }
  }

  private void close() {
    if (!closed) {
      closed = true;
      try {
        content.close();
      } catch (IOException e) {
        LOG.debugf("a content could not be closed: %s", e.toString());
      }
    }
  }
}
