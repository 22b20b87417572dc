package org.heliograph.subsidy;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's identity number 公民身份号码 on its way into the keyed hash: 17 digits and a check
 * character (GB 11643). It tells nobody its digits, neither in a text nor in an error.
 */
public final class IdentityNumber {
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
  private static final Pattern WITHIN = Pattern.compile("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private final String digits;

  private IdentityNumber(String digits) {
    this.digits = digits;
  }

  /** Reads a number in any usual writing; a wrong one is BAD_INPUT without the number in it. */
  public static IdentityNumber parse(String text) {
    String digits =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("[\\s\\-]", "")
            .toUpperCase(Locale.ROOT);
    if (!FORM.matcher(digits).matches()) {
      throw Problem.badInput("idNumber", "an identity number has 17 digits and a check character");
    }
    if (!isChecked(digits) || !isBornOnADay(digits)) {
      throw Problem.badInput(
          "idNumber", "the identity number is mistyped: its check character or date is wrong");
    }
    return new IdentityNumber(digits);
  }

  /** Whether a text that others may read has an identity number in it. */
  static boolean isWithin(@Nullable String text) {
    if (text == null) {
      return false;
    }
    var found = WITHIN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    while (found.find()) {
      String digits = found.group().toUpperCase(Locale.ROOT);
      if (isChecked(digits) && isBornOnADay(digits)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isChecked(String digits) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11) == digits.charAt(17);
  }

  private static boolean isBornOnADay(String digits) {
    try {
      return LocalDate.of(
                  Integer.parseInt(digits.substring(6, 10)),
                  Integer.parseInt(digits.substring(10, 12)),
                  Integer.parseInt(digits.substring(12, 14)))
              .getYear()
          >= 1850;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The digits, for the hash alone. */
  String digits() {
    return digits;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IdentityNumber number && number.digits.equals(digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return "IdentityNumber[not shown]";
  }
}
