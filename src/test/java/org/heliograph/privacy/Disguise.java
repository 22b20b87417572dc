package org.heliograph.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which people write a number so that it looks different, or so that it can be read.
 */
final class Disguise {
  private Disguise() {}

  static String fullWidth(String text) {
    var wide = new StringBuilder();
    text.chars().forEach(c -> wide.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : (char) c));
    return wide.toString();
  }

  static String grouped(String text, String separator, int... sizes) {
    var groups = new ArrayList<String>();
    int at = 0;
    for (int size : sizes) {
      groups.add(text.substring(at, Math.min(at + size, text.length())));
      at = Math.min(at + size, text.length());
    }
    if (at < text.length()) {
      groups.add(text.substring(at));
    }
    return String.join(separator, groups);
  }

  static String spacedOut(String text, String separator) {
    return String.join(separator, text.split(""));
  }

  static String inWords(String digits) {
    var words = new StringBuilder();
    digits.chars().forEach(c -> words.append(c == 'X' ? 'X' : "〇一二三四五六七八九".charAt(c - '0')));
    return words.toString();
  }

  static String withInvisible(String text) {
    return text.substring(0, 4) + "\u200B" + text.substring(4, 9) + "\uFEFF" + text.substring(9);
  }

  /** Every usual writing of an identity number. */
  static List<String> ofIdentityNumber(String number) {
    return List.of(
        number,
        number,
        number.toLowerCase(java.util.Locale.ROOT),
        fullWidth(number),
        grouped(number, " ", 6, 8, 4),
        grouped(number, "-", 6, 8, 4),
        grouped(number, "－", 6, 4, 4, 4),
        grouped(number, " ", 4, 4, 4, 4, 2),
        grouped(number, "  ", 3, 3, 4, 4, 4),
        grouped(number, "\n", 11),
        grouped(number, " \n　", 14),
        grouped(number, "\t", 6, 8, 4),
        grouped(number, "·", 6, 8, 4),
        spacedOut(number, " "),
        grouped(number, " - ", 6, 8, 4),
        number.substring(0, 17) + " " + number.substring(17),
        withInvisible(number),
        inWords(number));
  }

  static List<String> ofCard(String number) {
    return List.of(
        number,
        number,
        fullWidth(number),
        grouped(number, " ", 4, 4, 4, 4),
        grouped(number, "-", 4, 4, 4, 4),
        grouped(number, "  ", 4, 4, 4, 4),
        grouped(number, " ", 6, number.length() - 6),
        grouped(fullWidth(number), "　", 4, 4, 4, 4),
        withInvisible(number));
  }

  static List<String> ofMobile(String number) {
    return List.of(
        number,
        number,
        number,
        fullWidth(number),
        grouped(number, "-", 3, 4, 4),
        grouped(number, " ", 3, 4, 4),
        grouped(number, "－", 3, 4, 4),
        "+86" + number,
        "+86 " + grouped(number, " ", 3, 4, 4),
        "0086" + number,
        "86-" + number,
        "+86-" + grouped(number, "-", 3, 4, 4),
        "（+86）" + number,
        grouped(number, ".", 3, 4, 4),
        withInvisible(number),
        inWords(number),
        spacedOut(number, " "));
  }

  static List<String> ofLandline(String area, String subscriber) {
    String split = subscriber.substring(0, 4) + "-" + subscriber.substring(4);
    return List.of(
        area + "-" + subscriber,
        area + "－" + subscriber,
        area + " " + subscriber,
        "(" + area + ")" + subscriber,
        "（" + area + "）" + subscriber,
        "(" + area + ")" + split,
        area + "-" + split,
        area + "—" + subscriber,
        "+86-" + area.substring(1) + "-" + subscriber,
        fullWidth(area + "-" + subscriber),
        area + subscriber,
        area + "-" + subscriber + "转801",
        area + "-" + subscriber + "-8012");
  }

  static List<String> ofPlate(String plate) {
    String head = plate.substring(0, 2);
    String serial = plate.substring(2);
    return List.of(
        plate,
        plate,
        head + "·" + serial,
        head + "•" + serial,
        head + " " + serial,
        fullWidth(plate),
        head + "D" + serial.replaceAll("[A-Z]", "7"),
        head + serial.replaceAll("[A-Z]", "3") + "F",
        head + serial.substring(0, 2).replaceAll("[A-Z]", "5") + "48学",
        head + "·" + serial.substring(0, 2).replaceAll("[A-Z]", "6") + "17挂");
  }

  static List<String> ofEmail(String email) {
    return List.of(
        email, email, email, email.replace("@", "＠"), fullWidth(email), email.replace("@", " @ "));
  }
}
