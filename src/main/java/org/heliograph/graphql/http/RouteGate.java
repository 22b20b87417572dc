package org.heliograph.graphql.http;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.heliograph.graphql.Caller;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.graphql.PersonalReads;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Failures;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.visibility.Viewer;

/**
 * What the routes beside GraphQL share with it: who is asking, and refusals of the same shape and
 * codes.
 */
@ApplicationScoped
public class RouteGate {
  private static final String FILTER = "filter.";
  private final ResponseJson json;
  private final Failures failures;
  private final Clock clock;

  RouteGate(ResponseJson json, Failures failures, Clock clock) {
    this.json = json;
    this.failures = failures;
    this.clock = clock;
  }

  /** Who is asking; empty where the token is not believed, which has then been answered. */
  public Optional<Viewer> viewer(RoutingContext ctx) {
    SecurityIdentity caller = QuarkusHttpUser.getSecurityIdentityBlocking(ctx, null);
    if (caller.isAnonymous() && ctx.request().getHeader("Authorization") != null) {
      refuseToken(ctx);
      return Optional.empty();
    }
    return Optional.of(CurrentViewer.of(caller, clock.instant()));
  }

  /** What the audit trail will say of a viewer who reads personal fields by this request. */
  public PersonalReads.Reader reader(RoutingContext ctx, Viewer viewer) {
    Caller caller = Callers.of(ctx, QuarkusHttpUser.getSecurityIdentityBlocking(ctx, null), 0);
    return new PersonalReads.Reader(viewer, caller.requestId(), caller.addressClass());
  }

  /** Answers a request that failed before its handler, or in it. */
  public void fail(RoutingContext ctx) {
    Throwable failure = ctx.failure();
    if (failure instanceof AuthenticationException && !TokenCheck.isUnavailable(failure)) {
      refuseToken(ctx);
    } else if (failure != null && TokenCheck.isUnavailable(failure)) {
      refuse(
          ctx,
          Refusal.of(
              ErrorCode.UNAVAILABLE,
              "The bearer token cannot be checked now, the sign-in server does not answer. Public data can be read without an Authorization header."));
    } else if (failure != null) {
      refuse(ctx, failure);
    } else {
      refuse(ctx, Refusal.of(ErrorCode.BAD_REQUEST, "The request is not well-formed HTTP."));
    }
  }

  /** Answers with what was thrown: a problem by its code, a surprise as INTERNAL. */
  public void refuse(RoutingContext ctx, Throwable failure) {
    refuse(ctx, refusal(ctx, failure));
  }

  private Refusal refusal(RoutingContext ctx, Throwable failure) {
    Refusal refusal = failures.refusal(failure, ctx.normalizedPath());
    String argument = refusal.argument();
    // a filter's parts are parameters here
    return argument != null && argument.startsWith(FILTER)
        ? refusal.withArgument(argument.substring(FILTER.length()))
        : refusal;
  }

  /** Answers with a refusal, unless the answer has begun. */
  public void refuse(RoutingContext ctx, Refusal refusal) {
    if (ctx.response().headWritten() || ctx.response().closed()) {
      return;
    }
    ctx.response()
        .setStatusCode(refusal.code().status())
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(Buffer.buffer(json.of(List.of(refusal))));
  }

  private void refuseToken(RoutingContext ctx) {
    ctx.response().putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    refuse(
        ctx,
        Refusal.of(
            ErrorCode.UNAUTHENTICATED,
            "The Authorization header holds no bearer token that is valid here: it may have expired. Get a new one, or leave the header out to read public data."));
  }
}
