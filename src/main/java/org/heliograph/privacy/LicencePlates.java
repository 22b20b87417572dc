package org.heliograph.privacy;

/**
 * Licence plates: a province's character, an issuer's letter and five characters, six for
 * new-energy vehicles; the last one may name a use (学, 警, 挂 …), and an embassy's begin with 使.
 */
final class LicencePlates implements Detector {
  private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
  private static final String USES = "学警挂使领试超港澳";
  private static final String NEW_ENERGY = "ABCDEFGHJK";

  @Override
  public void find(ScannedText text, Hits hits) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if (c < 0x4E00 || c > 0x9FFF) {
        continue;
      }
      int end = -1;
      if (c == '使') {
        end = embassy(text, i + 1);
      } else if (PROVINCES.indexOf(c) >= 0 && !isOfWord(text, i)) {
        end = plate(text, i + 1);
      }
      if (end > 0 && hits.isFree(i, end)) {
        hits.add(Category.LICENCE_PLATE, Severity.HIGH, i, end);
        i = end - 1;
      }
    }
  }

  /** 高新A10001 is a plot in a zone. */
  private static boolean isOfWord(ScannedText text, int i) {
    return text.at(i) == '新' && "高创最更全".indexOf(text.at(i - 1)) >= 0
        || text.at(i) == '云' && "白祥".indexOf(text.at(i - 1)) >= 0
        || Label.before(text, i).label() == Label.CODE;
  }

  private static int plate(ScannedText text, int from) {
    int at = skip(text, from);
    char letter = Character.toUpperCase(text.at(at));
    if (letter < 'A' || letter > 'Z' || letter == 'I') {
      return -1;
    }
    at = skip(text, at + 1);
    boolean spaced = text.at(at + 1) == ' ' && text.at(at + 3) == ' ';
    var serial = new StringBuilder(8);
    int end = at;
    while (serial.length() < 7) {
      char c = Character.toUpperCase(text.at(at));
      if (!ScannedText.isDigit(c) && !ScannedText.isLetter(c)) {
        break;
      }
      serial.append(c);
      end = ++at;
      at += spaced && text.at(at) == ' ' ? 1 : 0;
    }
    boolean use = USES.indexOf(text.at(at)) >= 0;
    if (serial.length() == 4 && use && digits(serial) >= 2) {
      return at + 1;
    }
    return isSerial(serial) ? end : -1;
  }

  /** A dot or a space, which plates have after their letter. */
  private static int skip(ScannedText text, int from) {
    int at = from;
    while (at - from < 2
        && (text.at(at) == ' ' || text.at(at) == '·' || text.at(at) == '.' || text.at(at) == '-')) {
      at++;
    }
    return at;
  }

  private static boolean isSerial(CharSequence serial) {
    if (serial.chars().anyMatch(c -> c == 'I' || c == 'O')) {
      return false;
    }
    return switch (serial.length()) {
      case 5 -> digits(serial) >= 2;
      case 6 ->
          digits(serial) >= 4
              && (NEW_ENERGY.indexOf(serial.charAt(0)) >= 0
                  || NEW_ENERGY.indexOf(serial.charAt(5)) >= 0);
      default -> false;
    };
  }

  private static long digits(CharSequence serial) {
    return serial.chars().filter(c -> ScannedText.isDigit((char) c)).count();
  }

  private static int embassy(ScannedText text, int from) {
    int at = skip(text, from);
    int end = at;
    while (end - at <= 6 && ScannedText.isDigit(text.at(end))) {
      end++;
    }
    return end - at == 6 ? end : -1;
  }
}
