package org.heliograph.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.poweritem.DisclosureManner;
import org.heliograph.record.Attachment;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The content of a disclosure as an editor or importer gives it. Absent lists are empty; of the
 * five details at most one is given, and an absent form is that detail's.
 *
 * @param period a year, a quarter or a month: 2026, 2026-Q3, 2026-09
 */
public record DisclosureDraft(
    DisclosureCategory category,
    @Nullable String period,
    @Nullable DisclosureManner manner,
    String content,
    @Nullable String basis,
    @Nullable String procedure,
    @Nullable String process,
    @Nullable String result,
    List<Attachment> attachments,
    @Nullable LocalDate publicityFrom,
    @Nullable LocalDate publicityUntil,
    List<Related> related,
    @Nullable DisclosureForm form,
    @Nullable Decision decision,
    @Nullable GovernmentProject project,
    @Nullable AssetContract contract,
    @Nullable Account account,
    @Nullable HandlingStatistics statistics,
    @Nullable String remark) {
  private static final Pattern PERIOD = Pattern.compile("[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?");

  public DisclosureDraft {
    Problem.required("category", category);
    Problem.required("content", content);
    manner = manner == null ? DisclosureManner.ACTIVE : manner;
    attachments = orEmpty(attachments);
    related = orEmpty(related);
    if (period != null && !PERIOD.matcher(period).matches()) {
      throw Problem.badInput("period", "is a year, quarter or month like 2026, 2026-Q3 or 2026-09");
    }
    if (publicityFrom != null && publicityUntil != null && publicityUntil.isBefore(publicityFrom)) {
      throw Problem.badInput("publicityUntil", "must not lie before publicityFrom");
    }
    var details =
        Stream.of(decision, project, contract, account, statistics)
            .filter(Objects::nonNull)
            .toList();
    if (details.size() > 1) {
      throw Problem.badInput("form", "a disclosure has one form: give one of the details only");
    }
    DisclosureForm given = details.isEmpty() ? null : formOf((DisclosureDetail) details.getFirst());
    if (form == null) {
      form = given == null ? DisclosureForm.GENERAL : given;
    } else if (given != null && form != given) {
      throw Problem.badInput("form", "does not fit the detail that is given");
    }
  }

  /** The one detail that is given; null for a disclosure of text alone. */
  public @Nullable DisclosureDetail detail() {
    if (decision != null) {
      return decision;
    }
    if (project != null) {
      return project;
    }
    if (contract != null) {
      return contract;
    }
    return account != null ? account : statistics;
  }

  private static DisclosureForm formOf(DisclosureDetail detail) {
    return switch (detail) {
      case Decision decision -> DisclosureForm.DECISION;
      case GovernmentProject project -> DisclosureForm.PROJECT;
      case AssetContract contract -> DisclosureForm.CONTRACT;
      case Account account -> DisclosureForm.ACCOUNT;
      case HandlingStatistics statistics -> DisclosureForm.STATISTICS;
    };
  }

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
