package org.heliograph.privacy;

import java.time.YearMonth;

/** The arithmetic that tells a number of one kind from a number of another. */
final class Checks {
  private static final int[] IDENTITY_WEIGHTS = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };
  private static final String IDENTITY_CHECKS = "10X98765432";
  private static final int[] CREDIT_WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final String CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int FIRST_BIRTH_YEAR = 1890;
  private static final int LAST_BIRTH_YEAR = 2060;

  private Checks() {}

  /** The check character of GB 11643 for 17 digits. */
  static char identityCheck(String seventeen) {
    int sum = 0;
    for (int i = 0; i < IDENTITY_WEIGHTS.length; i++) {
      sum += (seventeen.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
    }
    return IDENTITY_CHECKS.charAt(sum % 11);
  }

  /** Whether 18 characters are a unified social credit code (GB 32100). */
  static boolean isCreditCode(String code) {
    int sum = 0;
    for (int i = 0; i < CREDIT_WEIGHTS.length; i++) {
      int value = CREDIT_CHARACTERS.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * CREDIT_WEIGHTS[i];
    }
    return CREDIT_CHARACTERS.charAt((31 - sum % 31) % 31) == code.charAt(17);
  }

  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int part = i % 2 == 0 ? digit : digit * 2;
      sum += part > 9 ? part - 9 : part;
    }
    return sum % 10 == 0;
  }

  /** Whether eight digits are a day on which somebody may have been born. */
  static boolean isDate(String yyyymmdd) {
    int year = Integer.parseInt(yyyymmdd, 0, 4, 10);
    int month = Integer.parseInt(yyyymmdd, 4, 6, 10);
    int day = Integer.parseInt(yyyymmdd, 6, 8, 10);
    return year >= FIRST_BIRTH_YEAR
        && year <= LAST_BIRTH_YEAR
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  /**
   * Whether a number may begin with these digits as the code of a division. 99 is assigned to
   * nobody and used for invented people; 91 to 93 are those of foreign residents.
   */
  static boolean isProvince(int two) {
    return two >= 11 && two <= 15
        || two >= 21 && two <= 23
        || two >= 31 && two <= 37
        || two >= 41 && two <= 46
        || two >= 50 && two <= 54
        || two >= 61 && two <= 65
        || two == 71
        || two >= 81 && two <= 83
        || two >= 91 && two <= 93
        || two == 99;
  }
}
