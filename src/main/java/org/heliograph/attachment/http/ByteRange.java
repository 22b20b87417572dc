package org.heliograph.attachment.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a content a request wants (RFC 9110 sections 13 and 14): one range, or all of it;
 * several ranges at once are answered with all.
 *
 * @param status 200 for all, 206 for a part, 304 for nothing new, 416 for what is not there
 */
record ByteRange(int status, long from, long length) {
  private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  static ByteRange of(HttpServerRequest request, String etag, long size) {
    String known = request.getHeader("If-None-Match");
    if (known != null && (known.strip().equals("*") || known.contains(etag))) {
      return new ByteRange(304, 0, 0);
    }
    String condition = request.getHeader("If-Range");
    String range = request.getHeader("Range");
    if (range == null || condition != null && !condition.equals(etag)) {
      return new ByteRange(200, 0, size);
    }
    return of(range, size);
  }

  static ByteRange of(String range, long size) {
    Matcher wanted = RANGE.matcher(range.replace(" ", ""));
    if (!wanted.matches() || wanted.group(1).isEmpty() && wanted.group(2).isEmpty()) {
      return new ByteRange(200, 0, size);
    }
    Long first = number(wanted.group(1));
    Long last = number(wanted.group(2));
    if (first == null) {
      long length = Math.min(last == null ? 0 : last, size);
      return length == 0 ? absent() : new ByteRange(206, size - length, length);
    }
    if (last != null && last < first) {
      return new ByteRange(200, 0, size);
    }
    if (first >= size) {
      return absent();
    }
    long end = last == null ? size - 1 : Math.min(last, size - 1);
    return new ByteRange(206, first, end - first + 1);
  }

  private static ByteRange absent() {
    return new ByteRange(416, 0, 0);
  }

  private static @Nullable Long number(String digits) {
    return digits.isEmpty() ? null : Long.valueOf(digits);
  }

  boolean hasBody() {
    return status == 200 || status == 206;
  }

  void describe(HttpServerResponse response, long size) {
    if (status == 206) {
      response.putHeader(
          "Content-Range", "bytes %d-%d/%d".formatted(from, from + length - 1, size));
    } else if (status == 416) {
      response.putHeader("Content-Range", "bytes */" + size);
    }
  }
}
