package org.heliograph.graphql.error;

import org.heliograph.shared.Problem;

/**
 * The stable codes of {@code errors[].extensions.code}, each with the HTTP status it has where the
 * whole request fails.
 */
public enum ErrorCode {
  BAD_REQUEST(400, true),
  BATCHING_NOT_SUPPORTED(400, true),
  SUBSCRIPTION_NOT_SUPPORTED(400, true),
  METHOD_NOT_ALLOWED(405, true),
  NOT_ACCEPTABLE(406, true),
  BODY_TOO_LARGE(413, true),
  URL_TOO_LONG(414, true),
  UNSUPPORTED_MEDIA_TYPE(415, true),

  GRAPHQL_PARSE_FAILED(400, false),
  GRAPHQL_VALIDATION_FAILED(400, false),
  OPERATION_NOT_FOUND(400, false),
  QUERY_TOO_LONG(400, false),
  QUERY_TOO_DEEP(400, false),
  QUERY_TOO_COMPLEX(400, false),
  TOO_MANY_ALIASES(400, false),
  TOO_MANY_DIRECTIVES(400, false),
  TOO_MANY_OPERATIONS(400, false),
  INTROSPECTION_DISABLED(400, false),

  BAD_INPUT(400, false),
  FILE_REFUSED(422, true),
  NOT_FOUND(404, false),
  FORBIDDEN(403, false),
  GONE(410, false),
  CONFLICT(409, false),
  UNAUTHENTICATED(401, true),
  TOO_MANY_CONNECTIONS(429, true),
  TOO_MANY_SUBSCRIPTIONS(429, true),
  UNAVAILABLE(503, true),
  INTERNAL(500, true);

  private final int status;
  private final boolean transport;

  ErrorCode(int status, boolean transport) {
    this.status = status;
    this.transport = transport;
  }

  /** The HTTP status of a request that fails as a whole with this code. */
  public int status() {
    return status;
  }

  /**
   * Whether the request failed before GraphQL was reached: then the status holds for every response
   * media type.
   */
  public boolean transport() {
    return transport;
  }

  public static ErrorCode of(Problem.Code code) {
    return switch (code) {
      case NOT_FOUND -> NOT_FOUND;
      case GONE -> GONE;
      case FORBIDDEN -> FORBIDDEN;
      case UNAUTHENTICATED -> UNAUTHENTICATED;
      case BAD_INPUT -> BAD_INPUT;
      case UNAVAILABLE -> UNAVAILABLE;
      case CONFLICT -> CONFLICT;
    };
  }
}
