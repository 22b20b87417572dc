package org.heliograph.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be called: the address as it is written, and where its name leads at that moment. */
@ApplicationScoped
public class WebhookAddress {
  private static final int LONGEST = 2_000;
  private final Set<String> trusted;
  private final Names names;

  /** Looks names up. */
  interface Names {
    List<InetAddress> of(String host) throws UnknownHostException;
  }

  @jakarta.inject.Inject
  WebhookAddress(WebhookConfig config) {
    this(config.trustedHosts().orElse(Set.of()), host -> List.of(InetAddress.getAllByName(host)));
  }

  WebhookAddress(Set<String> trusted, Names names) {
    this.trusted = Set.copyOf(trusted);
    this.names = names;
  }

  /**
   * What is wrong with an address that somebody wants called; empty when it may be tried. No name
   * is looked up: the answer would tell what names there are inside.
   */
  public Optional<String> refusal(String address) {
    URI url = parse(address);
    if (url == null) {
      return Optional.of(
          "is no absolute address of at most %d characters without user and fragment"
              .formatted(LONGEST));
    }
    String host = host(url);
    if (trusted.contains(host)) {
      return Optional.empty();
    }
    if (!"https".equals(url.getScheme())) {
      return Optional.of("has to begin with https://");
    }
    if (url.getPort() != -1 && url.getPort() != 443 && url.getPort() < 1024) {
      return Optional.of("names a port that serves other things: use 443, or one from 1024 on");
    }
    boolean literal = host.contains(":") || host.matches("[0-9.]+|0[xX].*");
    return literal || !host.contains(".") || host.endsWith(".")
        ? Optional.of("has to name a host of the public Internet by its full name")
        : Optional.empty();
  }

  private static @Nullable URI parse(String address) {
    try {
      URI url = new URI(address);
      return address.length() <= LONGEST
              && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawFragment() == null
          ? url
          : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  static String host(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /**
   * The one address to connect to; empty when the name leads nowhere, or to any place that is not
   * public. It is looked up once: a name that leads elsewhere a moment later changes nothing.
   */
  Optional<InetAddress> resolve(URI url) {
    if (refusal(url.toString()).isPresent()) {
      return Optional.empty();
    }
    try {
      List<InetAddress> found = names.of(host(url));
      boolean may = trusted.contains(host(url)) || found.stream().allMatch(PublicAddress::is);
      return may ? found.stream().findFirst() : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
