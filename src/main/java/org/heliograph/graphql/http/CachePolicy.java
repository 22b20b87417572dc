package org.heliograph.graphql.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a cache may do with an answer. The tag is a hash of the answer itself, so it is known only
 * after the query ran: a copy that a withdrawal made wrong is never confirmed.
 */
final class CachePolicy {
  private static final int TAG_BYTES = 18;

  private CachePolicy() {}

  /** Sets the headers; true where the client's copy is still right and needs no body. */
  static boolean apply(RoutingContext ctx, Answer answer, boolean anonymous) {
    MultiMap headers = ctx.response().headers();
    boolean get = ctx.request().method().name().equals("GET");
    if (!get || answer.hasErrors()) {
      headers.set("Cache-Control", "no-store");
      return false;
    }
    headers.set("Vary", "Authorization, Origin, Accept");
    if (!anonymous) {
      headers.set("Cache-Control", "private, no-store");
      return false;
    }
    String tag = tag(answer);
    headers.set("Cache-Control", "public, no-cache");
    headers.set("ETag", tag);
    return matches(ctx.request().getHeader("If-None-Match"), tag);
  }

  private static String tag(Answer answer) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(answer.media().contentType().getBytes(StandardCharsets.US_ASCII));
      byte[] all = hash.digest(answer.body());
      byte[] enough = Arrays.copyOf(all, TAG_BYTES);
      return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(enough) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  @SuppressWarnings("StringSplitter") // the tags are base64: no comma inside
  private static boolean matches(@Nullable String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String candidate : ifNoneMatch.split(",")) {
      String known = candidate.strip();
      if (known.equals("*") || known.equals(tag) || known.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
