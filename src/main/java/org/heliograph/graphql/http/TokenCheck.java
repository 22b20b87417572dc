package org.heliograph.graphql.http;

import io.quarkus.oidc.OIDCException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells a token that is wrong from a sign-in server that cannot be asked. */
final class TokenCheck {

  private TokenCheck() {}

  static boolean isUnavailable(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof OIDCException || t instanceof IOException || t instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }
}
