package org.heliograph.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** Reads whole days of what pods let out. Nothing is held back here: no small number is stored. */
@ApplicationScoped
class AnalyticsReader {
  private final DataSource database;

  AnalyticsReader(DataSource database) {
    this.database = database;
  }

  /**
   * A question over some days.
   *
   * @param median of the day on which it was longest
   * @param slow the same
   */
  record Asked(
      String question, int asked, int nothing, @Nullable Integer median, @Nullable Integer slow) {}

  /** A question on a day. */
  record AskedOn(LocalDate day, Asked asked) {}

  /** How often a record was opened after a question. */
  record Opened(String question, RecordKind kind, long recordId, int opened) {}

  /** The same on a day. */
  record OpenedOn(LocalDate day, Opened opened) {}

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String sql, Row<T> read, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof Collection<?> many) {
          statement.setArray(i + 1, connection.createArrayOf("text", many.toArray()));
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      try (ResultSet found = statement.executeQuery()) {
        var all = new ArrayList<T>();
        while (found.next()) {
          all.add(read.read(found));
        }
        return all;
      }
    } catch (SQLException e) {
      throw Problem.unavailable(
          "the database cannot be reached at the moment: try again in a few seconds");
    }
  }

  private static Asked asked(ResultSet row) throws SQLException {
    return new Asked(
        row.getString("question"),
        row.getInt("asked"),
        row.getInt("nothing"),
        row.getObject("median_ms", Integer.class),
        row.getObject("slow_ms", Integer.class));
  }

  private static Opened opened(ResultSet row) throws SQLException {
    return new Opened(
        row.getString("question"),
        RecordKind.valueOf(row.getString("kind")),
        row.getLong("record_id"),
        row.getInt("opened"));
  }

  /** Questions, first in the order asked for. */
  List<Asked> questions(Days days, SearchAnalyticsOrder order, int most) {
    return list(
        "select question, sum(asked)::int as asked, sum(nothing)::int as nothing, max(median_ms) as median_ms, max(slow_ms) as slow_ms from search_asked"
            + " where day between ? and ? and question <> '' group by question"
            + switch (order) {
              case ASKED -> "";
              case NOTHING -> " having sum(nothing) > 0";
              case SLOW -> " having max(slow_ms) is not null";
            }
            + " order by "
            + switch (order) {
              case ASKED -> "sum(asked) desc";
              case NOTHING -> "sum(nothing) desc";
              case SLOW -> "max(slow_ms) desc, max(median_ms) desc";
            }
            + ", question limit ?",
        AnalyticsReader::asked,
        days.from(),
        days.until(),
        most);
  }

  /** All questions together, day by day. */
  List<AskedOn> days(Days days) {
    return list(
        "select day, question, asked, nothing, median_ms, slow_ms from search_asked where day between ? and ? and question = '' order by day",
        row -> new AskedOn(row.getObject("day", LocalDate.class), asked(row)),
        days.from(),
        days.until());
  }

  /** All questions of all days; those together first. */
  List<AskedOn> all(Days days) {
    return list(
        "select day, question, asked, nothing, median_ms, slow_ms from search_asked where day between ? and ? order by day, question",
        row -> new AskedOn(row.getObject("day", LocalDate.class), asked(row)),
        days.from(),
        days.until());
  }

  /** What was opened after these questions, most first. */
  List<Opened> opened(Days days, Collection<String> questions, int mostEach) {
    return list(
        "select question, kind, record_id, opened from (select question, kind, record_id, sum(opened)::int as opened,"
            + " row_number() over (partition by question order by sum(opened) desc, kind, record_id) as place from search_opened"
            + " where day between ? and ? and question = any(?) group by question, kind, record_id) o where place <= ? order by opened desc, kind, record_id",
        AnalyticsReader::opened,
        days.from(),
        days.until(),
        questions,
        mostEach);
  }

  /** All openings of all days. */
  List<OpenedOn> allOpened(Days days) {
    return list(
        "select day, question, kind, record_id, opened from search_opened where day between ? and ? order by day, question, opened desc, kind, record_id",
        row -> new OpenedOn(row.getObject("day", LocalDate.class), opened(row)),
        days.from(),
        days.until());
  }
}
