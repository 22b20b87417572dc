package org.heliograph.attachment.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.heliograph.attachment.Uploads;
import org.heliograph.shared.Problem;
import org.heliograph.store.UploadStore.Upload;

/**
 * Keeps a request's body part by part as it comes, so that what has come before the line breaks
 * need not come again.
 */
final class PartsOfBody {
  private static final int PART = 1 << 20;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Uploads uploads;
  private final Upload upload;
  private final Promise<Long> done = Promise.promise();
  private Buffer part = Buffer.buffer();
  private long received;
  private boolean keeping;
  private boolean ended;
  private boolean broken;

  PartsOfBody(Vertx vertx, HttpServerRequest request, Uploads uploads, Upload upload) {
    this.vertx = vertx;
    this.request = request;
    this.uploads = uploads;
    this.upload = upload;
    received = upload.received();
  }

  /** What has been received in all, once the body has ended. */
  Future<Long> read() {
    request.handler(this::take);
    request.endHandler(end -> {
      ended = true;
      keep();
    });
    request.exceptionHandler(failure -> {
      broken = true;
      ended = true;
      keep();
    });
    request.resume();
    return done.future();
  }

  private void take(Buffer bytes) {
    if (received + part.length() + bytes.length() > upload.size()) {
      request.handler(null);
      fail(Problem.badInput("body", "is longer than what is left of the upload: begin a new one"));
      return;
    }
    part.appendBuffer(bytes);
    if (part.length() >= PART) {
      request.pause();
      keep();
    }
  }

  /** One part after the other. */
  private void keep() {
    if (keeping || done.future().isComplete()) {
      return;
    }
    if (part.length() == 0) {
      if (broken) {
        fail(Problem.unavailable("the line broke: go on from where the upload is"));
      } else if (ended) {
        done.tryComplete(received);
      } else {
        request.resume();
      }
      return;
    }
    keeping = true;
    byte[] bytes = part.getBytes();
    part = Buffer.buffer();
    long start = received;
    vertx
        .executeBlocking(() -> uploads.append(upload, start, bytes), false)
        .onComplete(kept -> {
          keeping = false;
          if (kept.failed()) {
            fail(kept.cause());
          } else {
            received = kept.result();
            keep();
          }
        });
  }

  private void fail(Throwable failure) {
    done.tryFail(failure);
  }
}
