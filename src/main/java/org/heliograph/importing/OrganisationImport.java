package org.heliograph.importing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heliograph.directory.DirectoryWriter;
import org.heliograph.directory.OrganisationDraft;
import org.heliograph.directory.OrganisationKind;
import org.jspecify.annotations.Nullable;

/** Rows of organisations. */
@Singleton
public class OrganisationImport extends ImportKind<OrganisationDraft> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("code").labelled("单位编码").required(),
          Column.text("name").labelled("单位名称").required(),
          Column.text("shortName").labelled("简称"),
          Column.text("kind").labelled("单位类别").required().oneOf(OrganisationKind.class),
          Column.text("parent").labelled("上级单位编码"),
          Column.text("region").labelled("行政区划").required().noted("12位行政区划代码"),
          Column.text("type").labelled("机关类型").noted("公示期限规则所指的机关，如 MARKET_REGULATION"));
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  private final DirectoryWriter writer;

  public OrganisationImport(DirectoryWriter writer) {
    this.writer = writer;
  }

  @Override
  public String word() {
    return "organisations";
  }

  @Override
  public Optional<String> template() {
    return Optional.of("单位");
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public int batchSize(ImportOptions options) {
    // a body above may stand further down in the file; a dry run undoes each batch
    return options.dryRun() ? 1_000_000 : 5_000;
  }

  @Override
  protected OrganisationDraft read(RowReader row, ImportOptions options) {
    return new OrganisationDraft(
        row.text("code", 64),
        row.text("name", RowReader.NAME),
        row.textOrNull("shortName", RowReader.NAME),
        row.choice("kind", OrganisationKind.class),
        row.textOrNull("parent", 64),
        row.text("region", 12),
        type(row));
  }

  private static @Nullable String type(RowReader row) {
    String type = row.textOrNull("type", 64);
    if (type != null && !TYPE.matcher(type).matches()) {
      row.refuse("type", "has capital letters, digits and underscores, a letter first");
    }
    return type;
  }

  @Override
  protected String key(OrganisationDraft draft) {
    return draft.code();
  }

  @Override
  protected List<Refusal> save(
      List<OrganisationDraft> batch, ImportOptions options, Progress progress) {
    var outcome =
        writer.saveOrganisations(
            batch, (session, saved) -> progress.note(session, saved.written(), saved.unchanged()));
    return Refusals.of(outcome.refused(), batch, OrganisationDraft::code);
  }
}
