package org.heliograph.graphql.live;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.heliograph.graphql.Caller;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.Callers;
import org.heliograph.graphql.http.RouteGate;
import org.heliograph.graphql.http.TokenCheck;
import org.heliograph.graphql.live.LiveTools.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Takes up WebSockets on {@code /graphql} that speak graphql-transport-ws; every other upgrade is
 * passed on, and forgotten there.
 */
@ApplicationScoped
class LiveRoute {
  private static final String PROTOCOL = "graphql-transport-ws";

  /** After authentication (-200), before upgrades are forgotten (-110). */
  private static final int ORDER = -120;

  private static final String BEARER = "Bearer ";

  /** Three parts, as a signed token has; what else comes is not looked at. */
  private static final Pattern TOKEN = Pattern.compile("(?i)Bearer +[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  private final Subscribers subscribers;
  private final LiveTools tools;
  private final LiveConfig config;
  private final RouteGate gate;
  private final IdentityProviderManager identities;
  private final Vertx vertx;

  LiveRoute(
      Subscribers subscribers,
      LiveTools tools,
      LiveConfig config,
      RouteGate gate,
      IdentityProviderManager identities,
      Vertx vertx) {
    this.subscribers = subscribers;
    this.tools = tools;
    this.config = config;
    this.gate = gate;
    this.identities = identities;
    this.vertx = vertx;
  }

  void register(@Observes Router router) {
    router.get("/graphql").order(ORDER).handler(this::handle);
  }

  private void handle(RoutingContext ctx) {
    MultiMap headers = ctx.request().headers();
    if (!headers.contains("Upgrade", "websocket", true) || !offered(headers)) {
      ctx.next();
      return;
    }
    if (gate.viewer(ctx).isEmpty()) {
      return;
    }
    String address = address(ctx.request().remoteAddress());
    if (!subscribers.enter(address)) {
      gate.refuse(
          ctx,
          Refusal.of(
              ErrorCode.TOO_MANY_CONNECTIONS,
              "Too many connections are open from this address or to this service: follow more over one connection, or try again later."));
      return;
    }
    SecurityIdentity identity = QuarkusHttpUser.getSecurityIdentityBlocking(ctx, null);
    Caller caller = Callers.of(ctx, identity);
    headers.set("Sec-WebSocket-Protocol", PROTOCOL);
    // a compressor for each connection would take more memory than all the rest of it
    headers.remove("Sec-WebSocket-Extensions");
    ctx.request()
        .toWebSocket()
        .onSuccess(socket -> open(socket, address, caller, ctx))
        .onFailure(failure -> {
          subscribers.leave(address);
          gate.refuse(ctx, Refusal.of(ErrorCode.BAD_REQUEST, "This is no WebSocket handshake."));
        });
  }

  private static boolean offered(MultiMap headers) {
    return headers.getAll("Sec-WebSocket-Protocol").stream()
        .flatMap(each -> List.of(each.split(",")).stream())
        .anyMatch(each -> each.strip().equals(PROTOCOL));
  }

  private static String address(@Nullable SocketAddress address) {
    return address == null ? "" : String.valueOf(address.hostAddress());
  }

  private void open(ServerWebSocket socket, String address, Caller caller, RoutingContext ctx) {
    var connection =
        new LiveConnection(
            socket,
            vertx,
            tools,
            config,
            (payload, known, refused) -> identify(payload, caller, ctx, known, refused));
    subscribers.add(connection);
    connection.open(() -> {
      subscribers.remove(connection);
      subscribers.leave(address);
    });
  }

  /** By the header of the handshake, or by the same in the payload for who cannot set headers. */
  private void identify(
      Map<String, @Nullable Object> payload,
      Caller caller,
      RoutingContext ctx,
      Consumer<Speaker> known,
      Consumer<CloseCode> refused) {
    Object given = payload.getOrDefault("Authorization", payload.get("authorization"));
    if (given == null) {
      known.accept(speaker(caller, caller.identity()));
    } else if (!caller.identity().isAnonymous()
        || !(given instanceof String text)
        || !TOKEN.matcher(text).matches()) {
      refused.accept(CloseCode.FORBIDDEN);
    } else {
      var request =
          new TokenAuthenticationRequest(
              new AccessTokenCredential(text.substring(BEARER.length()).strip()));
      HttpSecurityUtils.setRoutingContextAttribute(request, ctx);
      check(request, caller, known, refused);
    }
  }

  private void check(
      TokenAuthenticationRequest request,
      Caller caller,
      Consumer<Speaker> known,
      Consumer<CloseCode> refused) {
    identities
        .authenticate(request)
        .subscribe()
        .with(
            identity -> known.accept(speaker(caller, identity)),
            failure ->
                refused.accept(
                    TokenCheck.isUnavailable(failure)
                        ? CloseCode.TRY_AGAIN_LATER
                        : CloseCode.FORBIDDEN));
  }

  private static Speaker speaker(Caller caller, SecurityIdentity identity) {
    long expires =
        identity.getPrincipal() instanceof JsonWebToken token
            ? Math.multiplyExact(token.getExpirationTime(), 1_000)
            : Long.MAX_VALUE;
    return new Speaker(
        new Caller(identity, caller.requestId(), caller.addressClass(), caller.visitor()), expires);
  }
}
