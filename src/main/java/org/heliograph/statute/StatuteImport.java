package org.heliograph.statute;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heliograph.directory.Directory;
import org.heliograph.importing.Column;
import org.heliograph.importing.FileRow;
import org.heliograph.importing.ImportOptions;
import org.heliograph.importing.RecordImport;
import org.heliograph.importing.RowReader;
import org.heliograph.record.Origin;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RegionCode;
import org.heliograph.store.DraftWriter;

/**
 * Rows of statute articles, keyed by the id in their source. Statutes are reference data: always
 * published, for everybody, under the national legislature.
 */
@Singleton
public class StatuteImport extends RecordImport<StatuteArticle> {
  private static final String NATIONAL = "NATIONAL";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("id").labelled("编号").required(),
          Column.text("law").labelled("法律法规").required(),
          Column.text("article").labelled("条号").required(),
          Column.text("text").labelled("条文").required(),
          Column.date("effectiveFrom").labelled("施行日期"),
          Column.date("repealedOn").labelled("废止日期"));

  public StatuteImport(StatuteArticleType type, DraftWriter writer, Directory directory) {
    super(type, writer, directory);
  }

  @Override
  public String word() {
    return "statutes";
  }

  @Override
  public Optional<String> template() {
    return Optional.of("法条");
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  protected void prepare(List<FileRow> rows) {
    // refers to nothing
  }

  @Override
  protected Head head(RowReader row, ImportOptions options) {
    return new Head(
        row.text("id", 64),
        row.text("law", 300) + row.text("article", 100),
        NATIONAL,
        RegionCode.NATION,
        Audience.PUBLIC,
        null,
        null,
        true,
        null,
        null);
  }

  @Override
  protected Function<Origin, StatuteArticle> content(RowReader row) {
    var draft =
        new StatuteArticle.Draft(
            row.text("law", 300),
            row.text("article", 100),
            row.text("text", RowReader.PROSE),
            row.dateOrNull("effectiveFrom"),
            row.dateOrNull("repealedOn"));
    return origin -> StatuteArticle.draft(draft, origin);
  }
}
