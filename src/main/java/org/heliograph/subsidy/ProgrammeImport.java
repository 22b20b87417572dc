package org.heliograph.subsidy;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.heliograph.directory.Directory;
import org.heliograph.importing.Column;
import org.heliograph.importing.FileRow;
import org.heliograph.importing.ImportKind;
import org.heliograph.importing.ImportOptions;
import org.heliograph.importing.Refusals;
import org.heliograph.importing.RowReader;

/** Rows of subsidy programmes. */
@Singleton
public class ProgrammeImport extends ImportKind<SubsidyProgramme> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("code").labelled("项目编码").required(),
          Column.text("name").labelled("项目名称").required(),
          Column.text("category").labelled("项目类别").required().noted("如 民生救助、惠农补贴"),
          Column.text("organisation").labelled("主管单位").required().noted("单位编码"),
          Column.text("region").labelled("行政区划").required().noted("12位行政区划代码"),
          Column.text("basis").labelled("政策依据"),
          Column.text("standard").labelled("补贴标准"),
          Column.text("publicityRule").labelled("公示规则").required().oneOf(PublicityRule.class),
          Column.text("sensitive").labelled("涉及敏感信息").yesOrNo(),
          Column.date("validFrom").labelled("生效日期"),
          Column.date("validUntil").labelled("失效日期"));

  private final ProgrammeWriter writer;
  private final Directory directory;

  public ProgrammeImport(ProgrammeWriter writer, Directory directory) {
    this.writer = writer;
    this.directory = directory;
  }

  @Override
  public String word() {
    return "programmes";
  }

  @Override
  public Optional<String> template() {
    return Optional.of("补贴项目");
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  protected void prepare(List<FileRow> rows) {
    var regions = new HashSet<>(mentioned(rows, "region"));
    directory.organisations(mentioned(rows, "organisation")).values().stream()
        .map(organisation -> organisation.region)
        .forEach(regions::add);
    directory.regions(regions);
  }

  @Override
  protected SubsidyProgramme read(RowReader row, ImportOptions options) {
    String organisation = row.text("organisation", 64);
    var owner = organisation.isEmpty() ? null : directory.organisation(organisation).orElse(null);
    if (owner == null && !organisation.isEmpty()) {
      row.refuse("organisation", "is not a known organisation: import organisations first");
    }
    String given = row.textOrNull("region", 64);
    String region = given == null ? (owner == null ? "" : owner.region) : given;
    if (given != null && directory.region(given).isEmpty()) {
      row.refuse("region", "is not a known division of 12 digits: import regions first");
    }
    var draft =
        new SubsidyProgramme.Draft(
            row.text("code", 64),
            row.text("name", RowReader.NAME),
            row.text("category", 100),
            organisation,
            region,
            row.textOrNull("basis", RowReader.PROSE),
            row.textOrNull("standard", RowReader.PROSE),
            row.choice("publicityRule", PublicityRule.class),
            row.flag("sensitive", false),
            row.dateOrNull("validFrom"),
            row.dateOrNull("validUntil"));
    if (draft.validFrom() != null
        && draft.validUntil() != null
        && draft.validUntil().isBefore(draft.validFrom())) {
      row.refuse("validUntil", "lies before validFrom");
    }
    return SubsidyProgramme.of(draft);
  }

  @Override
  protected String key(SubsidyProgramme programme) {
    return programme.code;
  }

  @Override
  protected List<Refusal> save(
      List<SubsidyProgramme> batch, ImportOptions options, Progress progress) {
    var outcome =
        writer.save(
            batch, (session, saved) -> progress.note(session, saved.written(), saved.unchanged()));
    return Refusals.of(outcome.refused(), batch, programme -> programme.code);
  }
}
