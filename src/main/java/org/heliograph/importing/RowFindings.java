package org.heliograph.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.heliograph.shared.Problem;
import org.heliograph.shared.Sha256;
import org.jspecify.annotations.Nullable;

/** What reading one row has brought to light: what is wrong with it, and what it says. */
final class RowFindings {
  /** More than these would hide the first. */
  private static final int MOST = 20;

  private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

  private final long row;
  private final Set<String> personal;
  private final boolean amongPeople;
  private final List<RowError> errors = new ArrayList<>();
  private final StringBuilder content = new StringBuilder(256);

  /**
   * @param personal paths (without list indices) of fields whose values no report shows
   * @param amongPeople whether the kind's rows are about people
   */
  RowFindings(long row, Set<String> personal, boolean amongPeople) {
    this.row = row;
    this.personal = personal;
    this.amongPeople = amongPeople;
  }

  boolean any() {
    return !errors.isEmpty();
  }

  boolean has(String path) {
    return errors.stream().anyMatch(error -> error.column().equals(path));
  }

  List<RowError> errors() {
    return errors;
  }

  void note(String path, @Nullable String value, String reason) {
    boolean told =
        errors.stream()
            .anyMatch(error -> error.column().equals(path) && error.reason().equals(reason));
    if (!told && errors.size() < MOST) {
      boolean hidden = personal.contains(INDEX.matcher(path).replaceAll(""));
      errors.add(new RowError(row, path, Shown.of(value, hidden, amongPeople), reason));
    }
  }

  /** Runs a step that may refuse the row by a BAD_INPUT, which never carries a value. */
  <T> @Nullable T guard(String path, Supplier<T> step) {
    try {
      return step.get();
    } catch (Problem problem) {
      if (problem.code() != Problem.Code.BAD_INPUT) {
        throw problem;
      }
      // after an earlier error the step worked on a stand-in value
      if (!any()) {
        String argument = problem.argument();
        note(argument == null ? path : argument, null, problem.getMessage());
      }
      return null;
    }
  }

  void keep(String path, String value) {
    content.append(path).append('\u001f').append(value).append('\u001e');
  }

  /** Digest of everything the row says. */
  String digest() {
    return Sha256.hex(content.toString());
  }
}
