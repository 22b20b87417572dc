package org.heliograph.privacy;

import java.util.List;
import java.util.Random;

/**
 * Invented people's numbers, made from the standards alone and not from what the detectors accept.
 * Identity numbers begin with 990121, which is assigned to nobody; the serials of telephones, cards
 * and passports begin with zeros, plates have letters that no issuer has.
 */
final class Invented {
  private static final String[] ISSUERS = {
    "622202", "621700", "622848", "621226", "622700", "621799", "623058", "621785", "622588",
    "621661"
  };
  private static final String[] SHORT_ISSUERS = {"622575", "625160", "436742", "524094", "625330"};
  private static final String[] OPERATORS = {
    "130", "135", "138", "139", "147", "150", "152", "158", "166", "173", "176", "178", "182",
    "187", "189", "191", "198", "199"
  };
  private static final String[] AREAS = {
    "0851", "010", "021", "0731", "0871", "0755", "028", "0595"
  };
  private static final String PROVINCES = "贵京沪粤川渝苏浙鲁冀豫湘鄂皖闽赣桂琼云陕甘青宁新藏";
  private static final String SERIAL = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

  private final Random random;

  Invented(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  @SafeVarargs
  final <T> T one(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String digits(int count) {
    var digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  String date(int firstYear, int lastYear) {
    return "%04d%02d%02d"
        .formatted(
            firstYear + random.nextInt(lastYear - firstYear + 1),
            1 + random.nextInt(12),
            1 + random.nextInt(28));
  }

  String identityNumber() {
    return withCheck("990121" + date(1936, 2012) + digits(3));
  }

  /** One whose check character is an X. */
  String identityNumberWithX() {
    while (true) {
      String number = identityNumber();
      if (number.endsWith("X")) {
        return number;
      }
    }
  }

  /** As it was before 1999: no century and no check digit. */
  String oldIdentityNumber() {
    return "990121" + date(1936, 1985).substring(2) + digits(3);
  }

  static String withCheck(String seventeen) {
    int sum = 0;
    // the weights are the powers of two, modulo 11
    for (int i = 0; i < 17; i++) {
      sum += (seventeen.charAt(i) - '0') * ((1 << (17 - i)) % 11);
    }
    int check = (12 - sum % 11) % 11;
    return seventeen + (check == 10 ? "X" : Integer.toString(check));
  }

  String card19() {
    return luhn(one(ISSUERS) + "0000" + digits(8));
  }

  String card16() {
    return luhn(one(SHORT_ISSUERS) + "00" + digits(7));
  }

  private static String luhn(String digits) {
    int sum = 0;
    boolean doubled = true;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.charAt(i) - '0';
      sum += doubled ? digit / 5 + digit * 2 % 10 : digit;
      doubled = !doubled;
    }
    return digits + (10 - sum % 10) % 10;
  }

  String mobile() {
    return one(OPERATORS) + "00" + digits(6);
  }

  String area() {
    return one(AREAS);
  }

  /** A subscriber's number for an area; seven digits for some of the areas with four. */
  String subscriber(String area) {
    return one("2", "3", "5", "6", "8")
        + "00"
        + digits(area.length() == 4 && below(4) == 0 ? 4 : 5);
  }

  String email() {
    return one("zhangsan", "li.si", "wang_wu", "zhao-liu88", "1350012", "Chen.Xiaoming", "lgy2008")
        + below(100)
        + "@"
        + one(
            "example.com", "mail.example.com", "example.cn", "post.example.com.cn", "example.org");
  }

  String plate() {
    String head = PROVINCES.charAt(below(PROVINCES.length())) + one("X", "Y", "Z");
    var serial = new StringBuilder(digits(5));
    for (int i = 0; i < below(3); i++) {
      char letter = SERIAL.charAt(below(24));
      serial.setCharAt(below(5), letter == 'I' ? 'K' : letter);
    }
    return head + serial;
  }

  String passport() {
    return one("E0", "G0", "EA", "EH", "E1") + "00" + digits(5);
  }

  String creditCode() {
    String characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    var code =
        new StringBuilder(one("91", "92", "93", "11", "12", "51", "52", "54"))
            .append(one("520121", "520102", "110108", "440305", "522301"));
    for (int i = 0; i < 9; i++) {
      // half of the real ones have digits alone
      code.append(characters.charAt(below(i < 2 && code.charAt(0) == '9' ? 31 : 10)));
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += characters.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return code.append(characters.charAt((31 - sum % 31) % 31)).toString();
  }

  String name() {
    return one("王", "李", "张", "刘", "陈", "杨", "赵", "欧阳", "吴", "罗", "韦", "蒙")
        + one("小", "大", "秀", "国", "建", "明", "桂", "")
        + one("芳", "强", "英", "军", "兰", "平", "华", "珍");
  }

  String village() {
    return one("石桥", "白马", "新塘", "大坪", "双河", "龙井", "茶园", "柏杨") + "村";
  }
}
