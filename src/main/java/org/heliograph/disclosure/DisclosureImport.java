package org.heliograph.disclosure;

import static org.heliograph.importing.RowReader.NAME;
import static org.heliograph.importing.RowReader.PROSE;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.heliograph.directory.Directory;
import org.heliograph.importing.Column;
import org.heliograph.importing.ImportOptions;
import org.heliograph.importing.RecordImport;
import org.heliograph.importing.RowReader;
import org.heliograph.poweritem.DisclosureManner;
import org.heliograph.record.Attachment;
import org.heliograph.record.Origin;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.DraftWriter;
import org.jspecify.annotations.Nullable;

/** Rows of disclosures. */
@Singleton
public class DisclosureImport extends RecordImport<Disclosure> {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final int LARGEST_FILE = 999_999_999;
  private static final int MOST_CASES = 999_999_999;
  private static final int MOST_VOTES = 100_000;

  private static final List<Column> OWN =
      List.of(
          Column.text("category").labelled("公开目录类别").required().oneOf(DisclosureCategory.class),
          Column.text("period").labelled("期间").noted("2026-Q3、2026-09 或 2026"),
          Column.text("manner").labelled("公开方式").oneOf(DisclosureManner.class),
          Column.text("content").labelled("内容公开").required(),
          Column.text("basis").labelled("依据公开"),
          Column.text("procedure").labelled("程序公开"),
          Column.text("process").labelled("过程公开"),
          Column.text("result").labelled("结果公开"),
          Column.nested("attachments"),
          Column.nested("related"),
          Column.text("form").labelled("形式").oneOf(DisclosureForm.class),
          Column.nested("decision"),
          Column.nested("project"),
          Column.nested("contract"),
          Column.nested("account"),
          Column.nested("statistics"),
          Column.text("remark").labelled("内部备注"));

  public DisclosureImport(DisclosureType type, DraftWriter writer, Directory directory) {
    super(type, writer, directory);
  }

  @Override
  public String word() {
    return "disclosures";
  }

  @Override
  public Optional<String> template() {
    return Optional.of("公开信息");
  }

  @Override
  public List<Column> columns() {
    return join(join(COMMON, OWN), PUBLICITY);
  }

  @Override
  public Set<String> personal() {
    var all = new HashSet<>(super.personal());
    all.addAll(Set.of("decision.attendees", "contract.counterpart", "project.contractor"));
    return all;
  }

  @Override
  public int batchSize(ImportOptions options) {
    return 500;
  }

  @Override
  protected @Nullable Function<Origin, Disclosure> content(RowReader row) {
    var category = row.choice("category", DisclosureCategory.class);
    String period = row.periodOrNull("period");
    var manner = row.choiceOrNull("manner", DisclosureManner.class);
    String content = row.text("content", PROSE);
    String basis = row.textOrNull("basis", PROSE);
    String procedure = row.textOrNull("procedure", PROSE);
    String process = row.textOrNull("process", PROSE);
    String result = row.textOrNull("result", PROSE);
    var attachments = row.objects("attachments", DisclosureImport::attachment);
    LocalDate from = row.dateOrNull("publicityFrom");
    LocalDate until = row.dateOrNull("publicityUntil");
    var related = row.objects("related", DisclosureImport::related);
    var form = row.choiceOrNull("form", DisclosureForm.class);
    var decision = row.object("decision", DisclosureImport::decision);
    var project = row.object("project", DisclosureImport::project);
    var contract = row.object("contract", DisclosureImport::contract);
    var account = row.object("account", DisclosureImport::account);
    var statistics = row.object("statistics", DisclosureImport::statistics);
    String remark = row.textOrNull("remark", PROSE);
    if (row.refused()) {
      return null;
    }
    var draft =
        new DisclosureDraft(
            category,
            period,
            manner,
            content,
            basis,
            procedure,
            process,
            result,
            attachments,
            from,
            until,
            related,
            form,
            decision,
            project,
            contract,
            account,
            statistics,
            remark);
    return origin -> Disclosure.draft(draft, origin);
  }

  private static Attachment attachment(RowReader row) {
    String digest = row.text("sha256", 64).toLowerCase(Locale.ROOT);
    if (!digest.isEmpty() && !SHA_256.matcher(digest).matches()) {
      row.refuse("sha256", "is a SHA-256 digest: 64 hexadecimal digits");
    }
    return Attachment.elsewhere(
        row.text("name", NAME),
        row.text("mediaType", 100),
        row.whole("size", 0, LARGEST_FILE),
        digest,
        row.textOrNull("note", PROSE));
  }

  private static Related related(RowReader row) {
    return new Related(row.choice("kind", RecordKind.class), row.text("code", 64));
  }

  private static Decision decision(RowReader row) {
    return new Decision(
        row.choiceOrNull("matter", DecisionMatter.class),
        row.textOrNull("proposal", PROSE),
        row.textOrNull("deliberation", PROSE),
        row.textOrNull("resolution", PROSE),
        row.texts("attendees", NAME),
        row.wholeOrNull("votesFor", 0, MOST_VOTES),
        row.wholeOrNull("votesAgainst", 0, MOST_VOTES),
        row.wholeOrNull("votesAbstained", 0, MOST_VOTES),
        row.dateOrNull("noticeOn"),
        row.dateOrNull("meetingOn"));
  }

  private static GovernmentProject project(RowReader row) {
    return new GovernmentProject(
        row.text("name", NAME),
        row.moneyOrNull("budget"),
        row.moneyOrNull("contractSum"),
        row.textOrNull("contractor", NAME),
        row.objects("changes", DisclosureImport::change),
        row.objects("payments", DisclosureImport::payment));
  }

  private static GovernmentProject.Change change(RowReader row) {
    return new GovernmentProject.Change(
        row.date("on"), row.textOrNull("reason", PROSE), row.moneyOrNull("amount"));
  }

  private static GovernmentProject.Payment payment(RowReader row) {
    return new GovernmentProject.Payment(row.date("on"), row.money("amount"));
  }

  private static AssetContract contract(RowReader row) {
    return new AssetContract(
        row.text("asset", NAME),
        row.textOrNull("counterpart", NAME),
        row.dateOrNull("from"),
        row.dateOrNull("until"),
        row.moneyOrNull("amount"),
        row.textOrNull("unit", 100));
  }

  private static Account account(RowReader row) {
    return new Account(row.objects("lines", DisclosureImport::line));
  }

  private static Account.Line line(RowReader row) {
    return new Account.Line(
        row.text("name", NAME), row.moneyOrNull("budget"), row.moneyOrNull("actual"));
  }

  private static HandlingStatistics statistics(RowReader row) {
    return new HandlingStatistics(
        row.wholeOrNull("received", 0, MOST_CASES),
        row.wholeOrNull("finishedAtOnce", 0, MOST_CASES),
        row.wholeOrNull("committed", 0, MOST_CASES),
        row.wholeOrNull("finishedEarly", 0, MOST_CASES));
  }
}
