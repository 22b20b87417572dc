package org.heliograph.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.heliograph.privacy.Finding;
import org.heliograph.privacy.PrivacyScan;
import org.heliograph.privacy.RecordScan;
import org.heliograph.privacy.SensitiveTopic;
import org.heliograph.privacy.Severity;
import org.heliograph.record.PrivacyDecision;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.workflow.Justification;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.jspecify.annotations.Nullable;

/**
 * Lets a revision go to review when nothing personal stands in it, or when its editor has said of
 * each finding why it may (个人信息保护法 第二十八条, 政府信息公开条例 第十五条).
 */
final class PrivacyGate {
  private static final String INPUT = "input.";

  /** Fields that the public does not read: a name may stand there. */
  private static final Set<String> INWARD =
      Set.of("fullName", "respondentName", "remark", "reviewRemark", "responsiblePerson");

  private PrivacyGate() {}

  /** What the scan of one revision comes to. */
  record Verdict(List<Refusal> refusals, List<PrivacyDecision> decisions) {}

  static <E extends PublicRecord> Verdict judge(
      RecordType<E> type,
      E row,
      FileWords files,
      List<Justification> justifications,
      String actor,
      Instant now) {
    var refusals = new ArrayList<Refusal>();
    var decisions = new ArrayList<PrivacyDecision>();
    var used = new HashSet<Justification>();
    var texts = RecordTexts.of(row);
    var findings = new ArrayList<>(RecordScan.scan(texts));
    findings.addAll(files.findings());
    for (Finding finding : findings) {
      if (finding.severity() == Severity.NOTICE) {
        continue;
      }
      Optional<Justification> justified =
          justifications.stream().filter(each -> answers(each, finding)).findFirst();
      if (justified.isPresent()) {
        used.add(justified.get());
        decisions.add(
            new PrivacyDecision(
                finding.category().name(),
                finding.place(),
                finding.excerpt(),
                justified.get().reason().strip(),
                actor,
                now));
      } else {
        refusals.add(refusal(finding, finding.place()));
      }
    }
    names(type, row, Stream.concat(texts.stream(), files.texts().stream()).toList(), refusals);
    for (int i = 0; i < justifications.size(); i++) {
      String path = "justifications[" + i + "]";
      reason(justifications.get(i).reason(), path + ".reason").ifPresent(refusals::add);
      if (!refusals.isEmpty() && !used.contains(justifications.get(i))) {
        refusals.add(
            Refusal.at(
                Code.INVALID, path, "answers no finding: copy place and category from a refusal"));
      }
    }
    return new Verdict(refusals, decisions);
  }

  private static boolean answers(Justification justification, Finding finding) {
    String place = justification.place();
    String own = place.startsWith(INPUT) ? place.substring(INPUT.length()) : place;
    return own.equals(finding.place())
        && justification.category() == finding.category()
        && !justification.reason().isBlank();
  }

  private static Refusal refusal(Finding finding, String place) {
    return Refusal.at(
        Code.PRIVACY,
        place,
        "%s (%s): %s. Take it out or mask it; in a draft it may be justified with this place and category"
            .formatted(finding.category(), finding.category().label(), finding.excerpt()));
  }

  /**
   * Names that a rule hides are in no text that the public reads, however they are spaced; and
   * nobody is named in full where illness, disability or a minor is told of.
   */
  private static <E extends PublicRecord> void names(
      RecordType<E> type, E row, List<RecordScan.Field> texts, List<Refusal> refusals) {
    String naming = type.namingField(row);
    for (RecordScan.Field field : texts) {
      String name = field.place().replaceAll("[.\\[].*", "");
      if (INWARD.contains(name)) {
        continue;
      }
      if (type.hiddenNames(row).stream().anyMatch(hidden -> says(field.text(), hidden))) {
        refusals.add(
            Refusal.at(
                Code.PRIVACY,
                field.place(),
                "holds a whole name that the rule does not show: write it as it is shown"));
      }
      if (naming != null && !SensitiveTopic.in(field.text()).isEmpty()) {
        refusals.add(
            Refusal.at(
                Code.PRIVACY,
                naming,
                "a record that tells of illness, disability or a minor (%s) names nobody in full: mask the name, 张某某"
                    .formatted(field.place())));
        naming = null;
      }
    }
  }

  private static boolean says(String text, String name) {
    String bare = bare(name);
    return bare.length() > 1 && bare(text).contains(bare);
  }

  /** Letters and digits alone: no spaces, dots or invisible characters between them. */
  private static String bare(String text) {
    var all = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(all::appendCodePoint);
    return all.toString();
  }

  /** Why a reason that others will read cannot stand. */
  static Optional<Refusal> reason(@Nullable String reason, String path) {
    if (reason == null) {
      return Optional.empty();
    }
    return PrivacyScan.scan(path, reason).stream()
        .filter(finding -> finding.severity() != Severity.NOTICE)
        .findFirst()
        .map(finding -> refusal(finding, path));
  }

  /** The same for a reason that stands beside a record; it names nobody whom the record hides. */
  static <E extends PublicRecord> Optional<Refusal> reason(
      RecordType<E> type, E row, @Nullable String reason) {
    if (reason == null) {
      return Optional.empty();
    }
    if (type.hiddenNames(row).stream().anyMatch(hidden -> says(reason, hidden))) {
      return Optional.of(
          Refusal.at(
              Code.PRIVACY,
              "reason",
              "holds a whole name that the rule does not show: leave it out"));
    }
    return reason(reason, "reason");
  }
}
