package org.heliograph.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.heliograph.importing.ImportRefused;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** Turns what stopped a command into one sentence that says what to do. */
final class Failure {
  private Failure() {}

  static String sentence(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      switch (cause) {
        case CommandLine.Misunderstood misunderstood -> {
          return misunderstood.getMessage() + ".";
        }
        case ImportRefused refused -> {
          return refused.getMessage() + ".";
        }
        case Problem problem -> {
          return problem.getMessage() + ".";
        }
        case NoSuchFileException missing -> {
          return "%s does not exist.".formatted(missing.getFile());
        }
        case java.net.ConnectException refused -> {
          return "the database does not answer at the configured address (HELIOGRAPH_DB_URL): start it, or mend the address.";
        }
        case java.sql.SQLException sql
            when sql.getSQLState() != null && sql.getSQLState().startsWith("28") -> {
          return "the database refuses the login: check HELIOGRAPH_DB_USER, HELIOGRAPH_DB_OWNER_USER and their passwords.";
        }
        case java.sql.SQLException sql when "42P01".equals(sql.getSQLState()) -> {
          return "the database has no tables yet, or old ones: run the command \"migrate\" first.";
        }
        case IOException e when e.getCause() == null -> {
          return "a file could not be read or written (%s)."
              .formatted(e.getClass().getSimpleName());
        }
        default -> {
          // look at its cause
        }
      }
    }
    return "the command failed (%s): see the log above."
        .formatted(failure.getClass().getSimpleName());
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }
}
