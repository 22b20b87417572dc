package org.heliograph.caseoutcome;

import static org.heliograph.importing.RowReader.NAME;
import static org.heliograph.importing.RowReader.PROSE;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heliograph.directory.Directory;
import org.heliograph.importing.Column;
import org.heliograph.importing.RecordImport;
import org.heliograph.importing.RowReader;
import org.heliograph.record.Origin;
import org.heliograph.store.DraftWriter;
import org.jspecify.annotations.Nullable;

/** Rows of case outcomes. No error report shows who a case was about or who reported it. */
@Singleton
public class CaseOutcomeImport extends RecordImport<CaseOutcome> {
  private static final List<Column> OWN =
      List.of(
          Column.text("type").labelled("案件类型").required().oneOf(CaseType.class),
          Column.text("respondentKind").labelled("当事人类别").required().oneOf(RespondentKind.class),
          Column.text("respondent").labelled("当事人（公示）").required().hidden(),
          Column.text("respondentName").labelled("当事人姓名").hidden(),
          Column.text("post").labelled("职务").hidden(),
          Column.text("violationCategory").labelled("违法违纪类型").required(),
          Column.text("facts").labelled("主要事实").required().hidden(),
          Column.nested("legalBases"),
          Column.nested("outcomes"),
          Column.text("documentNumber").labelled("文号").required(),
          Column.date("decidedOn").labelled("决定日期").required(),
          Column.date("effectiveOn").labelled("生效日期"),
          Column.text("exposure").labelled("通报曝光").yesOrNo(),
          Column.text("remediation").labelled("以案促改").hidden(),
          Column.text("powerItem").labelled("相关权力事项").noted("权力事项编号"),
          Column.text("riskPoint").labelled("相关廉政风险点").noted("该事项的风险点编号"),
          Column.text("reporter").labelled("举报人").noted("任何角色都不可见").hidden(),
          Column.text("remark").labelled("内部备注").hidden());

  public CaseOutcomeImport(CaseOutcomeType type, DraftWriter writer, Directory directory) {
    super(type, writer, directory);
  }

  @Override
  public String word() {
    return "case-outcomes";
  }

  @Override
  public Optional<String> template() {
    return Optional.of("案件处理结果");
  }

  @Override
  public List<Column> columns() {
    return join(join(COMMON, OWN), PUBLICITY);
  }

  @Override
  public boolean amongPeople() {
    return true;
  }

  @Override
  protected @Nullable Function<Origin, CaseOutcome> content(RowReader row) {
    var type = row.choice("type", CaseType.class);
    var respondentKind = row.choice("respondentKind", RespondentKind.class);
    String respondent = row.text("respondent", NAME);
    String respondentName = row.textOrNull("respondentName", NAME);
    String post = row.textOrNull("post", NAME);
    String violation = row.text("violationCategory", NAME);
    String facts = row.text("facts", PROSE);
    var bases = row.objects("legalBases", CaseOutcomeImport::basis);
    var outcomes = row.objects("outcomes", CaseOutcomeImport::sanction);
    String number = row.text("documentNumber", 200);
    var decidedOn = row.date("decidedOn");
    var effectiveOn = row.dateOrNull("effectiveOn");
    boolean exposure = row.flag("exposure", false);
    String remediation = row.textOrNull("remediation", PROSE);
    String powerItem = row.textOrNull("powerItem", 64);
    String riskPoint = row.textOrNull("riskPoint", 64);
    String reporter = row.textOrNull("reporter", NAME);
    String remark = row.textOrNull("remark", PROSE);
    if (row.refused()) {
      return null;
    }
    var draft =
        new CaseOutcomeDraft(
            type,
            respondentKind,
            respondent,
            respondentName,
            post,
            violation,
            facts,
            bases,
            outcomes,
            number,
            decidedOn,
            effectiveOn,
            exposure,
            remediation,
            powerItem,
            riskPoint,
            reporter,
            remark);
    return origin -> CaseOutcome.draft(draft, origin);
  }

  private static CitedBasis basis(RowReader row) {
    return new CitedBasis(row.text("law", NAME), row.textOrNull("article", 100));
  }

  private static Sanction sanction(RowReader row) {
    return new Sanction(
        row.text("measure", NAME),
        row.moneyOrNull("amount"),
        row.textOrNull("detail", PROSE),
        row.dateOrNull("until"));
  }
}
