package org.heliograph.analytics;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.heliograph.analytics.AnalyticsReader.AskedOn;
import org.heliograph.export.CellType;
import org.heliograph.export.Columns;
import org.heliograph.export.Export;
import org.heliograph.export.ExportColumn;
import org.heliograph.export.Parameters;
import org.heliograph.visibility.Viewer;

/** What visitors asked, day by day, as a file. */
@Singleton
public class QuestionExport implements Export {
  private static final List<ExportColumn<AskedOn>> COLUMNS =
      Columns.of(AskedOn.class)
          .add("day", "日期", "The day, in Chinese time.", CellType.DATE, AskedOn::day)
          .add(
              "question",
              "检索词",
              "What was asked, in one form for all; empty for all questions of the day together.",
              on -> on.asked().question())
          .add(
              "visitors",
              "检索人数",
              "Visitors who asked it, in steps of five that begin between five and nine.",
              CellType.INTEGER,
              on -> on.asked().asked())
          .add(
              "foundNothing",
              "无结果人数",
              "Of these, for how many it found nothing, in the same steps.",
              CellType.INTEGER,
              on -> on.asked().nothing())
          .add(
              "medianMillis",
              "中位耗时（毫秒）",
              "Half of the searches took at most so long.",
              CellType.INTEGER,
              on -> on.asked().median())
          .add(
              "slowMillis",
              "95%耗时（毫秒）",
              "All but one in twenty took at most so long; empty where there were too few.",
              CellType.INTEGER,
              on -> on.asked().slow())
          .all();

  private final AnalyticsReader reader;
  private final Clock clock;

  public QuestionExport(AnalyticsReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public String word() {
    return "search-questions";
  }

  @Override
  public String heading() {
    return "检索词统计";
  }

  @Override
  public List<ExportColumn<AskedOn>> columns() {
    return COLUMNS;
  }

  @Override
  public Rows ask(Parameters parameters, Viewer viewer) {
    Days days = Days.asked(parameters, clock);
    return (out, stop) -> {
      var all = reader.all(days);
      for (AskedOn each : all) {
        stop.check();
        out.row(
            Arrays.asList(COLUMNS.stream().map(column -> column.value().apply(each)).toArray()));
      }
      return all.size();
    };
  }
}
