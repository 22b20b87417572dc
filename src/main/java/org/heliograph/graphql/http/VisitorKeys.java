package org.heliograph.graphql.http;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.heliograph.shared.China;
import org.jspecify.annotations.Nullable;

/**
 * Tells visitors apart within one day, so that nobody is counted twice, and cannot say who they
 * are: a hash of the address under a key that is drawn at random, is kept in memory alone, and is
 * thrown away at the end of the day. Addresses go no further than this class.
 */
@ApplicationScoped
class VisitorKeys {
  private static final String HASH = "HmacSHA256";

  /** What one line of one household or firm is given: whoever has it has all addresses in it. */
  private static final int NETWORK_OF_IPV6 = 56;

  private final Clock clock;
  private final List<AddressBlock> proxies;
  private volatile @Nullable Day day;

  private record Day(LocalDate date, SecretKeySpec key) {}

  VisitorKeys(ProxyConfig config, Clock clock) {
    this.clock = clock;
    proxies = config.trusted().orElse(List.of()).stream().map(AddressBlock::parse).toList();
  }

  /** Nought for somebody who must not be counted: who asked not to be, or has no address. */
  long of(RoutingContext ctx) {
    if (objects(ctx, "DNT") || objects(ctx, "Sec-GPC")) {
      return 0;
    }
    return address(ctx).map(this::hash).orElse(0L);
  }

  private static boolean objects(RoutingContext ctx, String header) {
    return "1".equals(ctx.request().getHeader(header));
  }

  /** The nearest address that is not a proxy of ours. */
  private Optional<byte[]> address(RoutingContext ctx) {
    SocketAddress remote = ctx.request().remoteAddress();
    if (remote == null || remote.hostAddress() == null) {
      return Optional.empty();
    }
    Optional<byte[]> nearest = AddressBlock.bytes(remote.hostAddress());
    List<String> forwarded = ctx.request().headers().getAll("X-Forwarded-For");
    String[] hops = String.join(",", forwarded).split(",", -1);
    for (int i = hops.length - 1; i >= 0 && nearest.filter(this::isProxy).isPresent(); i--) {
      if (!hops[i].isBlank()) {
        nearest = AddressBlock.bytes(hops[i].strip());
      }
    }
    return nearest;
  }

  private boolean isProxy(byte[] address) {
    return proxies.stream().anyMatch(block -> block.holds(address));
  }

  private long hash(byte[] address) {
    byte[] network =
        address.length == 4 ? address : AddressBlock.of(address, NETWORK_OF_IPV6).prefix();
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(today().key());
      long hash = ByteBuffer.wrap(mac.doFinal(network)).getLong();
      return hash == 0 ? 1 : hash;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(HASH + " is missing from this JDK", e);
    }
  }

  private Day today() {
    LocalDate date = LocalDate.ofInstant(clock.instant(), China.ZONE);
    Day known = day;
    if (known == null || !known.date().equals(date)) {
      synchronized (this) {
        known = day;
        if (known == null || !known.date().equals(date)) {
          byte[] random = new byte[32];
          new SecureRandom().nextBytes(random);
          known = new Day(date, new SecretKeySpec(random, HASH));
          day = known;
        }
      }
    }
    return known;
  }
}
