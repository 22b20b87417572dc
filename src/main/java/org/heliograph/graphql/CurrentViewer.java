package org.heliograph.graphql;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.heliograph.shared.RegionCode;
import org.heliograph.visibility.Role;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * The viewer of this request. One instant for the whole request, so that all its fields agree on
 * what is published.
 */
@RequestScoped
public class CurrentViewer {
  private final SecurityIdentity identity;
  private final Clock clock;
  private @Nullable Viewer viewer;

  public CurrentViewer(SecurityIdentity identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  public Viewer get() {
    Viewer known = viewer;
    if (known == null) {
      known = read();
      viewer = known;
    }
    return known;
  }

  private Viewer read() {
    return of(identity, clock.instant());
  }

  /** The viewer that an identity stands for at an instant. */
  public static Viewer of(SecurityIdentity identity, Instant at) {
    if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Viewer.anonymous(at);
    }
    var roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (identity.hasRole(role.name().toLowerCase(Locale.ROOT))) {
        roles.add(role);
      }
    }
    Set<String> regions =
        texts(token.getClaim("region")).stream()
            .filter(code -> RegionCode.parse(code).isPresent())
            .collect(Collectors.toUnmodifiableSet());
    return new Viewer(
        token.getSubject(), roles, texts(token.getClaim("organisation")), regions, at);
  }

  /** A claim is one string or a list of them; anything else counts as no claim. */
  private static Set<String> texts(@Nullable Object claim) {
    var all = new HashSet<String>();
    switch (claim) {
      case String text -> all.add(text);
      case JsonString text -> all.add(text.getString());
      case JsonArray array -> array.forEach(each -> all.addAll(texts(each)));
      case Collection<?> list -> list.forEach(each -> all.addAll(texts(each)));
      case null, default -> {}
    }
    all.removeIf(String::isBlank);
    return all;
  }
}
