package org.heliograph.graphql;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The address of mail that the sign-in server says is the viewer's own. Never one that was typed.
 */
@RequestScoped
public class VerifiedEmail {
  private final SecurityIdentity identity;

  public VerifiedEmail(SecurityIdentity identity) {
    this.identity = identity;
  }

  public Optional<String> get() {
    if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    Object verified = token.getClaim("email_verified");
    Object email = token.getClaim("email");
    boolean sure = Boolean.TRUE.equals(verified) || verified == JsonValue.TRUE;
    return sure && email != null && isPlain(email.toString())
        ? Optional.of(email.toString())
        : Optional.empty();
  }

  /** Nothing that could end a header and begin another. */
  private static boolean isPlain(String email) {
    return email.matches("[\\x21-\\x7e&&[^<>,;:\"()\\\\]]{1,64}@[A-Za-z0-9.-]{1,190}");
  }
}
