package org.heliograph.graphql.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.Reading.NotUnderstood;
import org.heliograph.graphql.http.Reading.Understood;
import org.heliograph.graphql.limits.LimitsConfig;

/**
 * Answers GET and POST on {@code /graphql} instead of the framework's own handler, which always
 * says 200, lets mutations through a GET and decodes a GET's query twice. Nothing passes through to
 * it: its WebSocket would run queries without our limits, so an upgrade that {@code live} did not
 * take up is forgotten.
 */
@ApplicationScoped
class GraphQLRoute {
  static final String PATH = "/graphql";

  /** After authentication (-200), before the framework's handler (0). */
  private static final int BODY = -12;

  private static final int ANSWER = -11;

  /** Before the framework's WebSocket (-99). */
  private static final int NO_UPGRADE = -110;

  private static final String ALLOWED = "GET, POST, OPTIONS";

  private final RequestReader reader;
  private final Answers answers;
  private final RequestFailures failures;
  private final VisitorKeys visitors;

  GraphQLRoute(
      RequestReader reader, Answers answers, RequestFailures failures, VisitorKeys visitors) {
    this.visitors = visitors;
    this.reader = reader;
    this.answers = answers;
    this.failures = failures;
  }

  void register(@Observes Router router, LimitsConfig limits) {
    router.route(PATH).order(NO_UPGRADE).handler(GraphQLRoute::ignoreUpgrade);
    router
        .post(PATH)
        .order(BODY)
        .handler(BodyHandler.create(false).setBodyLimit(limits.maxBodyBytes()));
    router.route(PATH).order(ANSWER).handler(this::handle).failureHandler(failures::handle);
  }

  private static void ignoreUpgrade(RoutingContext ctx) {
    ctx.request().headers().remove("Upgrade");
    ctx.next();
  }

  private void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    ResponseMedia media = ResponseMedia.accepted(ctx);
    if (media == null) {
      refuse(
          ctx,
          ResponseMedia.JSON,
          ErrorCode.NOT_ACCEPTABLE,
          "Answers are application/graphql-response+json or application/json, in UTF-8.");
      return;
    }
    switch (request.method().name()) {
      case "GET" -> read(ctx, media, reader.readGet(ctx));
      case "POST" -> read(ctx, media, reader.readPost(ctx));
      case "OPTIONS" -> ctx.response().setStatusCode(204).putHeader("Allow", ALLOWED).end();
      default ->
          refuse(ctx, media, ErrorCode.METHOD_NOT_ALLOWED, "Use GET for queries, POST for all.");
    }
  }

  private void read(RoutingContext ctx, ResponseMedia media, Reading reading) {
    switch (reading) {
      case NotUnderstood no -> send(ctx, answers.refuse(List.of(no.refusal()), media));
      case Understood yes -> run(ctx, media, yes.request());
    }
  }

  private void run(RoutingContext ctx, ResponseMedia media, GraphQLRequest request) {
    SecurityIdentity caller = QuarkusHttpUser.getSecurityIdentityBlocking(ctx, null);
    if (caller.isAnonymous() && ctx.request().getHeader("Authorization") != null) {
      // Another scheme, or no token after the scheme: somebody wanted to be somebody.
      failures.refuseToken(ctx, media);
      return;
    }
    long visitor = caller.isAnonymous() ? visitors.of(ctx) : 0;
    Objects.requireNonNull(Vertx.currentContext(), "not on a Vert.x thread")
        .executeBlocking(
            () -> answers.answer(request, media, Callers.of(ctx, caller, visitor)), false)
        .onSuccess(answer -> send(ctx, answer))
        .onFailure(ctx::fail);
  }

  private void refuse(RoutingContext ctx, ResponseMedia media, ErrorCode code, String message) {
    send(ctx, answers.refuse(List.of(Refusal.of(code, message)), media));
  }

  static void send(RoutingContext ctx, Answer answer) {
    if (ctx.response().ended()) {
      return;
    }
    if (answer.status() == ErrorCode.METHOD_NOT_ALLOWED.status()) {
      ctx.response().putHeader("Allow", ALLOWED);
    }
    boolean anonymous = ctx.request().getHeader("Authorization") == null;
    if (CachePolicy.apply(ctx, answer, anonymous)) {
      ctx.response().setStatusCode(304).end();
      return;
    }
    ctx.response()
        .setStatusCode(answer.status())
        .putHeader("Content-Type", answer.media().contentType())
        .end(Buffer.buffer(answer.body()));
  }
}
