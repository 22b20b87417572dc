package org.heliograph.graphql.http;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import org.heliograph.graphql.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The two media types of an answer. With the plain one, a document that is refused is still
 * answered with 200: old clients rely on it.
 */
enum ResponseMedia {
  JSON("application/json"),
  GRAPHQL_RESPONSE("application/graphql-response+json");

  private final String mediaType;
  private final String contentType;

  ResponseMedia(String mediaType) {
    this.mediaType = mediaType;
    this.contentType = mediaType + "; charset=utf-8";
  }

  String contentType() {
    return contentType;
  }

  int statusOf(ErrorCode code) {
    return code.transport() || this == GRAPHQL_RESPONSE ? code.status() : 200;
  }

  /** The one the client likes best; null where it accepts neither. */
  static @Nullable ResponseMedia accepted(RoutingContext ctx) {
    String accept = ctx.request().getHeader("Accept");
    if (accept == null
        || accept.isBlank()
        || accept.equals("*/*")
        || accept.equals(JSON.mediaType)) {
      return JSON;
    }
    if (accept.equals(GRAPHQL_RESPONSE.mediaType)) {
      return GRAPHQL_RESPONSE;
    }
    for (MIMEHeader wanted : ctx.parsedHeaders().accept()) {
      if (wanted.weight() == 0) {
        continue;
      }
      for (ResponseMedia media : values()) {
        if (media.matches(wanted)) {
          return media;
        }
      }
    }
    return null;
  }

  private boolean matches(MIMEHeader wanted) {
    String charset = wanted.parameter("charset");
    boolean utf8 = charset == null || charset.equalsIgnoreCase("utf-8");
    String[] type = mediaType.split("/", 2);
    return utf8
        && (wanted.component().equals("*") || wanted.component().equalsIgnoreCase(type[0]))
        && (wanted.subComponent().equals("*") || wanted.subComponent().equalsIgnoreCase(type[1]));
  }
}
