package org.heliograph.importing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a wrong value an error report may show. A value may stand in the wrong column (a shifted
 * line puts a name where the amount belongs), so that a column's harmlessness alone proves nothing.
 */
final class Shown {
  private static final int LONGEST = 40;

  /** Codes, numbers, dates and enum words. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:+/%,-]{1," + LONGEST + "}");

  /** Telephone, account and identity numbers, also when written in groups. */
  private static final Pattern LONG_NUMBER =
      Pattern.compile("[0-9](?:[ -]?[0-9]){12}|1[3-9][0-9]{9}");

  private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,40}");

  private Shown() {}

  /**
   * @param personal whether the column holds personal values
   * @param amongPeople whether the kind's rows are about people, so that a shifted value may be a
   *     name
   */
  static String of(@Nullable String value, boolean personal, boolean amongPeople) {
    if (value == null || value.isBlank()) {
      return "";
    }
    boolean plain = PLAIN.matcher(value).matches();
    boolean short_ = value.length() <= LONGEST && value.indexOf('\n') < 0;
    if (personal || LONG_NUMBER.matcher(value).find() || (amongPeople ? !plain : !short_)) {
      return "(" + value.codePointCount(0, value.length()) + " characters, not shown)";
    }
    return value;
  }

  /** A field's name as a report may repeat it: a file without a header may have a name there. */
  static String field(String name) {
    return FIELD_NAME.matcher(name).matches() ? name : "(unnamed)";
  }
}
