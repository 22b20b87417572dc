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

  /** The text in which everything that {@link #scan} finds has its masked form. */
  public static String mask(String text) {
    return Masking.mask(text, scan("", text));
  }
}
