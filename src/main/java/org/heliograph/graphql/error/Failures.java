package org.heliograph.graphql.error;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.lang.reflect.InvocationTargetException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.heliograph.shared.Problem;
import org.jboss.logging.Logger;

/**
 * Turns whatever was thrown into a refusal. What nobody expected is logged here, once, under a
 * reference that the caller is given.
 */
@ApplicationScoped
public class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);

  private static final Set<String> UNSTORABLE = Set.of("22021", "22008", "22007", "22003");

  private final InvalidArguments invalidArguments = new InvalidArguments();

  /** The refusal for a failure; {@code where} names the field or route for the log. */
  public Refusal refusal(Throwable thrown, String where) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Problem problem) {
        return Refusal.of(ErrorCode.of(problem.code()), problem.getMessage())
            .withArgument(problem.argument());
      }
      if (t instanceof UnauthorizedException || t instanceof AuthenticationException) {
        return Refusal.of(
            ErrorCode.UNAUTHENTICATED, "Sign in to use this field: send a valid bearer token.");
      }
      if (t instanceof ForbiddenException) {
        return Refusal.of(ErrorCode.FORBIDDEN, "Your roles do not allow the use of this field.");
      }
      if (t instanceof ConstraintViolationException invalid) {
        return invalidArguments.refusal(invalid);
      }
      if (isUnstorable(t)) {
        return Refusal.of(
            ErrorCode.BAD_INPUT,
            "A value is none that a record can have: leave out NUL characters, and use dates of the years 1 to 9999.");
      }
      if (isUnavailable(t)) {
        LOG.warnf(
            "%s: a server that it needs cannot be reached (%s)", where, t.getClass().getName());
        return Refusal.of(
            ErrorCode.UNAVAILABLE, "The data store cannot be reached now: try again shortly.");
      }
    }
    return unexpected(thrown, where);
  }

  private static Refusal unexpected(Throwable thrown, String where) {
    String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    LOG.errorf("%s failed, reference %s%n%s", where, reference, MaskedTrace.of(unwrapped(thrown)));
    return new Refusal(
        ErrorCode.INTERNAL,
        "The service failed to answer this; quote the reference when you report it.",
        null,
        reference,
        null,
        List.of());
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable t = thrown;
    while ((t instanceof CompletionException
            || t instanceof ExecutionException
            || t instanceof InvocationTargetException)
        && t.getCause() != null) {
      t = t.getCause();
    }
    return t;
  }

  /** SQL states of what no column can hold: a NUL character, a date or a number out of range. */
  private static boolean isUnstorable(Throwable t) {
    return t instanceof SQLException sql
        && sql.getSQLState() != null
        && UNSTORABLE.contains(sql.getSQLState());
  }

  /**
   * SQL states: 08 connection, 53 resources, 57P server shutting down; the pool reports its own
   * timeouts without a state.
   */
  private static boolean isUnavailable(Throwable t) {
    if (t instanceof ConnectException || t instanceof SQLTransientException) {
      return true;
    }
    if (!(t instanceof SQLException sql)) {
      return false;
    }
    String state = sql.getSQLState();
    if (state == null) {
      return String.valueOf(sql.getMessage()).contains("cquisition timeout");
    }
    return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
  }
}
