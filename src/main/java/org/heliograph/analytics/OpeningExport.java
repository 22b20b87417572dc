package org.heliograph.analytics;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.heliograph.analytics.AnalyticsReader.OpenedOn;
import org.heliograph.export.CellType;
import org.heliograph.export.Columns;
import org.heliograph.export.Export;
import org.heliograph.export.ExportColumn;
import org.heliograph.export.Parameters;
import org.heliograph.record.PublicRecord;
import org.heliograph.visibility.Viewer;

/** Which results visitors opened, day by day, as a file. */
@Singleton
public class OpeningExport implements Export {
  /** An opening and the record as the public sees it now. */
  record Line(OpenedOn on, PublicRecord row) {}

  private static final List<ExportColumn<Line>> COLUMNS =
      Columns.of(Line.class)
          .add("day", "日期", "The day, in Chinese time.", CellType.DATE, line -> line.on().day())
          .add(
              "question",
              "检索词",
              "What was asked before, in one form for all; empty for whatever was asked.",
              line -> line.on().opened().question())
          .add("kind", "类别", "Kind of the record.", line -> line.row().kind().name())
          .add("code", "记录编号", "Code of the record.", line -> line.row().code)
          .add("title", "标题", "Title of the record, as it is now.", line -> line.row().title)
          .add(
              "visitors",
              "打开人数",
              "Visitors who opened it, in steps of five that begin between five and nine.",
              CellType.INTEGER,
              line -> line.on().opened().opened())
          .all();

  private final AnalyticsReader reader;
  private final OpenedRecords records;
  private final Clock clock;

  OpeningExport(AnalyticsReader reader, OpenedRecords records, Clock clock) {
    this.reader = reader;
    this.records = records;
    this.clock = clock;
  }

  @Override
  public String word() {
    return "search-openings";
  }

  @Override
  public String heading() {
    return "检索结果打开统计";
  }

  @Override
  public List<ExportColumn<Line>> columns() {
    return COLUMNS;
  }

  @Override
  public Rows ask(Parameters parameters, Viewer viewer) {
    Days days = Days.asked(parameters, clock);
    return (out, stop) -> {
      var all = reader.allOpened(days);
      var known = records.read(all.stream().map(OpenedOn::opened).toList());
      long rows = 0;
      for (OpenedOn each : all) {
        stop.check();
        PublicRecord row = known.find(each.opened());
        if (row != null) {
          Line line = new Line(each, row);
          out.row(
              Arrays.asList(COLUMNS.stream().map(column -> column.value().apply(line)).toArray()));
          rows++;
        }
      }
      return rows;
    };
  }
}
