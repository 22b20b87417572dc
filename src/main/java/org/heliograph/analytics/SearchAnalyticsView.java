package org.heliograph.analytics;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** What visitors asked the search over some days. */
@Name("SearchAnalytics")
@Description(
    "What visitors asked the search, what found nothing, what was slow and what was opened. Numbers are of different visitors a day, in steps of five that begin"
        + " between five and nine: less is never told. Searches of people who signed in, searches narrowed by filters, and questions that look personal are not counted.")
public record SearchAnalyticsView(
    @NonNull @Description("First day, in Chinese time.") LocalDate from,
    @NonNull @Description("Last day.") LocalDate until,
    @NonNull @Description("All questions together, for each day of which something may be told.")
        List<@NonNull Day> days,
    @NonNull @Description("Questions in the order asked for.") List<@NonNull Question> questions,
    @NonNull @Description("The 100 records that most visitors opened, after whatever question.")
        List<@NonNull Opened> opened) {

  /** All questions of one day. */
  @Name("SearchAnalyticsDay")
  @Description("All questions of one day together.")
  public record Day(
      @NonNull @Description("The day, in Chinese time.") LocalDate day,
      @NonNull @Description("Visitors who searched.") Integer visitors,
      @NonNull @Description("Of these, how many met a question that finds nothing.")
          Integer foundNothing,
      @Nullable @Description("Half of the searches took at most so many milliseconds.")
          Integer medianMillis,
      @Nullable
          @Description(
              "All but one in twenty took at most so many milliseconds; null where there were too few.")
          Integer slowMillis) {
    static Day of(AnalyticsReader.AskedOn on) {
      var asked = on.asked();
      return new Day(on.day(), asked.asked(), asked.nothing(), asked.median(), asked.slow());
    }
  }

  /** One question. */
  @Name("SearchAnalyticsQuestion")
  @Description("A question that enough visitors asked on one day.")
  public record Question(
      @NonNull
          @Description("What was asked: in lower case, words and numbers alone, one form for all.")
          String text,
      @NonNull @Description("Visitors who asked it, added up over the days.") Integer visitors,
      @NonNull @Description("Of these, for how many it found nothing.") Integer foundNothing,
      @Nullable
          @Description(
              "Half of its searches took at most so many milliseconds, on its slowest day and pod.")
          Integer medianMillis,
      @Nullable
          @Description(
              "All but one in twenty took at most so many milliseconds, on its slowest day and pod; null where there were too few.")
          Integer slowMillis,
      @NonNull @Description("The 5 records that most visitors opened after it.")
          List<@NonNull Opened> opened) {}

  /** One record. */
  @Name("SearchAnalyticsOpened")
  @Description("A record that enough visitors opened, as the public sees it now.")
  public record Opened(
      @NonNull @Description("Kind of the record.") RecordKind kind,
      @NonNull @Description("Code of the record.") String code,
      @NonNull @Description("Title of the record.") String title,
      @NonNull @Description("Visitors who opened it, added up over the days.") Integer visitors) {}
}
