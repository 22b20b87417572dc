package org.heliograph.graphql.http;

import io.quarkus.security.AuthenticationException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Failures;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.limits.LimitsConfig;
import org.jspecify.annotations.Nullable;

/**
 * A request on {@code /graphql} that failed before its query was read: too large, badly framed, or
 * with a token that cannot be believed.
 */
@ApplicationScoped
class RequestFailures {
  private final Answers answers;
  private final Failures failures;
  private final LimitsConfig limits;

  RequestFailures(Answers answers, Failures failures, LimitsConfig limits) {
    this.answers = answers;
    this.failures = failures;
    this.limits = limits;
  }

  void handle(RoutingContext ctx) {
    ResponseMedia media =
        Objects.requireNonNullElse(ResponseMedia.accepted(ctx), ResponseMedia.JSON);
    if (isTokenRefused(ctx.failure())) {
      refuseToken(ctx, media);
      return;
    }
    Refusal refusal = refusal(ctx.statusCode(), ctx.failure());
    if (refusal.code() == ErrorCode.BODY_TOO_LARGE) {
      // The rest of the body is not read: the connection cannot serve another request.
      ctx.response().putHeader("Connection", "close");
    }
    GraphQLRoute.send(ctx, answers.refuse(List.of(refusal), media));
  }

  void refuseToken(RoutingContext ctx, ResponseMedia media) {
    ctx.response().putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    Refusal refusal =
        Refusal.of(
            ErrorCode.UNAUTHENTICATED,
            "The Authorization header holds no bearer token that is valid here: it may have expired. Get a new one, or leave the header out to read public data.");
    GraphQLRoute.send(ctx, answers.refuse(List.of(refusal), media));
  }

  private static boolean isTokenRefused(@Nullable Throwable failure) {
    return failure instanceof AuthenticationException && !TokenCheck.isUnavailable(failure);
  }

  private Refusal refusal(int status, @Nullable Throwable failure) {
    if (failure != null && TokenCheck.isUnavailable(failure)) {
      return Refusal.of(
          ErrorCode.UNAVAILABLE,
          "The bearer token cannot be checked now, the sign-in server does not answer. Public data can be read without an Authorization header.");
    }
    if (status == ErrorCode.BODY_TOO_LARGE.status()) {
      return Refusal.of(
          ErrorCode.BODY_TOO_LARGE,
          "The body is larger than %d bytes.".formatted(limits.maxBodyBytes()));
    }
    if (failure != null && status >= 500) {
      return failures.refusal(failure, GraphQLRoute.PATH);
    }
    return Refusal.of(ErrorCode.BAD_REQUEST, "The request is not well-formed HTTP.");
  }
}
