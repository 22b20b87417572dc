package org.heliograph.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what is personal in the fields of a draft. */
public final class RecordScan {

  private RecordScan() {}

  /**
   * One text of a draft.
   *
   * @param place as the editor's form names it: {@code title}, {@code steps[2].content}
   * @param officeContactAllowed whether an office's telephone or e-mail belongs here; a mobile is
   *     still found, but weighs less
   */
  public record Field(String place, String text, boolean officeContactAllowed) {

    public static Field of(String place, String text) {
      return new Field(place, text, false);
    }

    /** Says where, not what. */
    @Override
    public String toString() {
      return "Field[" + place + "]";
    }
  }

  /** The findings of all fields, in the order of the fields. */
  public static List<Finding> scan(List<Field> fields) {
    var findings = new ArrayList<Finding>();
    for (Field field : fields) {
      for (Finding finding : PrivacyScan.scan(field.place(), field.text())) {
        if (!field.officeContactAllowed()) {
          findings.add(finding);
          continue;
        }
        switch (finding.category()) {
          case LANDLINE, EMAIL -> {}
          case MOBILE -> findings.add(finding.weighing(Severity.LOW));
          case IDENTITY_NUMBER, BANK_CARD, HOME_ADDRESS, LICENCE_PLATE, PASSPORT ->
              findings.add(finding);
        }
      }
    }
    return List.copyOf(findings);
  }

  /** The same for fields of which none is for an office's contact. */
  public static List<Finding> scan(Map<String, String> textsByPlace) {
    return scan(
        textsByPlace.entrySet().stream()
            .map(entry -> Field.of(entry.getKey(), entry.getValue()))
            .toList());
  }
}
