package org.heliograph.caseoutcome;

import static org.heliograph.importing.RowReader.NAME;
import static org.heliograph.importing.RowReader.PROSE;

import jakarta.inject.Singleton;
import java.util.List;
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
          Column.text("type"),
          Column.text("respondentKind"),
          Column.text("respondent").hidden(),
          Column.text("respondentName").hidden(),
          Column.text("post").hidden(),
          Column.text("violationCategory"),
          Column.text("facts").hidden(),
          Column.nested("legalBases"),
          Column.nested("outcomes"),
          Column.text("documentNumber"),
          Column.date("decidedOn"),
          Column.date("effectiveOn"),
          Column.text("exposure"),
          Column.text("remediation").hidden(),
          Column.text("powerItem"),
          Column.text("riskPoint"),
          Column.text("reporter").hidden(),
          Column.text("remark").hidden());

  public CaseOutcomeImport(CaseOutcomeType type, DraftWriter writer, Directory directory) {
    super(type, writer, directory);
  }

  @Override
  public String word() {
    return "case-outcomes";
  }

  @Override
  public List<Column> columns() {
    return join(COMMON, OWN);
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
        row.text("measure", NAME), row.moneyOrNull("amount"), row.textOrNull("detail", PROSE));
  }
}
