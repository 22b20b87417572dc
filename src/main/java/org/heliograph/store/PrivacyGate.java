package org.heliograph.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heliograph.privacy.Finding;
import org.heliograph.privacy.RecordScan;
import org.heliograph.privacy.Severity;
import org.heliograph.record.PrivacyDecision;
import org.heliograph.record.PublicRecord;
import org.heliograph.workflow.Justification;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;

/**
 * Lets a revision go to review when nothing personal stands in it, or when its editor has said of
 * each finding why it may (个人信息保护法 第二十八条, 政府信息公开条例 第十五条).
 */
final class PrivacyGate {
  private PrivacyGate() {}

  /** What the scan of one revision comes to. */
  record Verdict(List<Refusal> refusals, List<PrivacyDecision> decisions) {}

  static Verdict judge(
      PublicRecord row, List<Justification> justifications, String actor, Instant now) {
    var refusals = new ArrayList<Refusal>();
    var decisions = new ArrayList<PrivacyDecision>();
    for (Finding finding : RecordScan.scan(RecordTexts.of(row))) {
      if (finding.severity() == Severity.NOTICE) {
        continue;
      }
      Optional<Justification> justified =
          justifications.stream()
              .filter(each ->
                  each.place().equals(finding.place())
                      && each.category() == finding.category()
                      && !each.reason().isBlank())
              .findFirst();
      if (justified.isPresent()) {
        decisions.add(
            new PrivacyDecision(
                finding.category().name(),
                finding.place(),
                finding.excerpt(),
                justified.get().reason().strip(),
                actor,
                now));
      } else {
        refusals.add(
            Refusal.at(
                Code.PRIVACY,
                finding.place(),
                "%s (%s): %s. Take it out or mask it; if it may stay, justify it with this place and category"
                    .formatted(finding.category(), finding.category().label(), finding.excerpt())));
      }
    }
    return new Verdict(refusals, decisions);
  }
}
