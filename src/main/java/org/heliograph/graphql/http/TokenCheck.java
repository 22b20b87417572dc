package org.heliograph.graphql.http;

import io.quarkus.oidc.OIDCException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells a token that is wrong from a sign-in server that cannot be asked. */
public final class TokenCheck {
  /** Neither type nor code tells this from a token of the wrong type: the extension's text must. */
  private static final String NO_SERVER = "OIDC Server is not available";

  private TokenCheck() {}

  public static boolean isUnavailable(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IOException || t instanceof TimeoutException) {
        return true;
      }
      if (t instanceof OIDCException && NO_SERVER.equals(t.getMessage())) {
        return true;
      }
    }
    return false;
  }
}
