package org.heliograph.privacy;

import java.util.List;

/** Finds what is personal in a text. */
public final class PrivacyScan {
  /**
   * The surest come first: what is an identity number is not also a card, nor is a mobile's number
   * before an @ a mobile.
   */
  private static final List<Detector> DETECTORS =
      List.of(
          new Emails(),
          new IdentityNumbers(),
          new BankCards(),
          new Mobiles(),
          new Landlines(),
          new LicencePlates(),
          new Passports(),
          new HomeAddresses());

  private PrivacyScan() {}

  /**
   * The findings in a text, in their order; they do not overlap.
   *
   * @param place what the findings say of where the text stands
   */
  public static List<Finding> scan(String place, String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    var scanned = new ScannedText(text);
    var hits = new Hits(scanned, place);
    for (Detector detector : DETECTORS) {
      detector.find(scanned, hits);
    }
    return hits.inOrder();
  }

  /**
   * The findings in the text of a column or of numbered lines.
   *
   * @param heading of the column, which says what the value is; or empty
   * @param firstLine number of the text's first line: the findings name their lines and count their
   *     offsets from them; 0: lines are not counted
   */
  public static List<Finding> scanUnder(String heading, String place, String text, int firstLine) {
    if (firstLine > 0) {
      return Lines.number(scan(place, text), text, firstLine);
    }
    if (heading.isEmpty()) {
      return scan(place, text);
    }
    String before = heading + ":";
    return scan(place, before + text).stream()
        .filter(finding -> finding.end() > before.length())
        .map(finding -> finding.movedBack(before.length()))
        .toList();
  }

  /** Whether a text is a word that says what a value is, such as the heading of a column. */
  public static boolean isLabel(String text) {
    var scanned = new ScannedText(text);
    return scanned.runs() == 0 && Label.before(scanned, scanned.length()).label() != Label.NONE;
  }

  /** The text in which everything that {@link #scan} finds has its masked form. */
  public static String mask(String text) {
    return Masking.mask(text, scan("", text));
  }
}
