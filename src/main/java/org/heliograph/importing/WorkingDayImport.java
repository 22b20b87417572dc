package org.heliograph.importing;

import jakarta.inject.Singleton;
import java.util.List;
import org.heliograph.directory.DirectoryWriter;
import org.heliograph.directory.WorkingDay;

/** Rows of the working-day calendar. */
@Singleton
public class WorkingDayImport extends ImportKind<WorkingDay> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.date("date").labelled("日期"),
          Column.text("working").labelled("是否工作日"),
          Column.text("note").labelled("说明"));

  private final DirectoryWriter writer;

  public WorkingDayImport(DirectoryWriter writer) {
    this.writer = writer;
  }

  @Override
  public String word() {
    return "working-days";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  protected WorkingDay read(RowReader row, ImportOptions options) {
    if (!row.has("working")) {
      row.refuse("working", "is missing: true or false");
    }
    return new WorkingDay(
        row.date("date"), row.flag("working", true), row.textOrNull("note", RowReader.NAME));
  }

  @Override
  protected String key(WorkingDay day) {
    return day.day().toString();
  }

  @Override
  protected List<Refusal> save(List<WorkingDay> batch, ImportOptions options, Progress progress) {
    writer.saveWorkingDays(
        batch, (session, saved) -> progress.note(session, saved.written(), saved.unchanged()));
    return List.of();
  }
}
