package org.heliograph.graphql.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.heliograph.graphql.Caller;
import org.jspecify.annotations.Nullable;

/** Reads from a request what is to be known of its sender. */
public final class Callers {
  private static final String REQUEST_ID = "X-Request-Id";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private Callers() {}

  /** Whoever is not counted. */
  public static Caller of(RoutingContext ctx, SecurityIdentity identity) {
    return of(ctx, identity, 0);
  }

  /**
   * @param visitor what counts the sender, where it is anonymous
   */
  static Caller of(RoutingContext ctx, SecurityIdentity identity, long visitor) {
    String given = ctx.request().getHeader(REQUEST_ID);
    String id =
        given != null && HARMLESS.matcher(given).matches() ? given : UUID.randomUUID().toString();
    return new Caller(identity, id, addressClass(ctx.request().remoteAddress()), visitor);
  }

  private static String addressClass(@Nullable SocketAddress address) {
    if (address == null || address.hostAddress() == null) {
      return "PUBLIC";
    }
    try {
      // an address is parsed, no name is looked up
      InetAddress parsed = InetAddress.getByName(address.hostAddress());
      if (parsed.isLoopbackAddress()) {
        return "LOOPBACK";
      }
      return parsed.isSiteLocalAddress() || parsed.isLinkLocalAddress() ? "PRIVATE" : "PUBLIC";
    } catch (UnknownHostException e) {
      return "PUBLIC";
    }
  }
}
