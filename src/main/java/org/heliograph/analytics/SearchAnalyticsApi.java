package org.heliograph.analytics;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.graphql.CurrentRequest;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** What visitors ask the search, for everybody. */
@GraphQLApi
public class SearchAnalyticsApi {
  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final int OPENED_EACH = 5;
  private static final int OPENED = 100;

  private final AnalyticsReader reader;
  private final OpenedRecords records;
  private final Openings openings;
  private final TallyRows rows;
  private final CurrentRequest request;
  private final CurrentViewer viewer;
  private final Clock clock;

  public SearchAnalyticsApi(
      AnalyticsReader reader,
      OpenedRecords records,
      Openings openings,
      TallyRows rows,
      CurrentRequest request,
      CurrentViewer viewer,
      Clock clock) {
    this.reader = reader;
    this.records = records;
    this.openings = openings;
    this.rows = rows;
    this.request = request;
    this.viewer = viewer;
    this.clock = clock;
  }

  @Query
  @PermitAll
  @NonNull
  @Description(
      "What visitors asked the search over whole days that are over: the same numbers for everybody. /export/search-questions.csv and /export/search-openings.csv"
          + " are the days one by one.")
  public SearchAnalyticsView searchAnalytics(
      @Nullable @Description("First day; thirty days up to the last when absent.") LocalDate from,
      @Nullable @Description("Last day, at the latest yesterday in Chinese time; that when absent.")
          LocalDate until,
      @Nullable @Description("Which questions come first; ASKED when absent.")
          SearchAnalyticsOrder order,
      @Nullable @Description("How many questions; 1 to 100, 20 when absent.") Integer first) {
    Days days = Days.of(from, until, clock);
    int most = first == null ? USUAL : first;
    if (most < 1 || most > MOST) {
      throw Problem.badInput("first", "must be from 1 to " + MOST);
    }
    var asked = reader.questions(days, order == null ? SearchAnalyticsOrder.ASKED : order, most);
    var after =
        reader.opened(
            days, asked.stream().map(AnalyticsReader.Asked::question).toList(), OPENED_EACH);
    var whatever = reader.opened(days, List.of(Told.ALL), OPENED);
    var known = records.read(Stream.concat(after.stream(), whatever.stream()).toList());
    return new SearchAnalyticsView(
        days.from(),
        days.until(),
        reader.days(days).stream().map(SearchAnalyticsView.Day::of).toList(),
        asked.stream()
            .map(each ->
                new SearchAnalyticsView.Question(
                    each.question(),
                    each.asked(),
                    each.nothing(),
                    each.median(),
                    each.slow(),
                    opened(
                        after.stream()
                            .filter(opened -> opened.question().equals(each.question()))
                            .toList(),
                        known)))
            .toList(),
        opened(whatever, known));
  }

  private static List<SearchAnalyticsView.Opened> opened(
      List<AnalyticsReader.Opened> all, OpenedRecords.Known known) {
    var shown = new ArrayList<SearchAnalyticsView.Opened>();
    for (AnalyticsReader.Opened each : all) {
      PublicRecord row = known.find(each);
      if (row != null) {
        shown.add(new SearchAnalyticsView.Opened(each.kind(), row.code, row.title, each.opened()));
      }
    }
    return shown;
  }

  @Mutation
  @PermitAll
  @NonNull
  @Description(
      "Tells that a visitor opened a hit, so that it is known which results are of use. Counted once a day for each visitor, without who it was; of people who signed in"
          + " nothing is counted. Always true: whether it was counted is not told. BAD_INPUT for what is no mark of a hit.")
  public Boolean noteOpening(
      @NonNull @Description("The opening that came with the hit (SearchEdge.opening).")
          String hit) {
    openings.note(request.visitor(), hit);
    return true;
  }

  @Mutation
  @RolesAllowed("admin")
  @NonNull
  @Description(
      "Takes a question out of the statistics of all days, and keeps it out: one that names somebody, or that was asked to be read here. False when it stood in none.")
  public Boolean silenceSearchQuestion(
      @NonNull @Description("The question as the statistics write it.") String text,
      @NonNull @Description("Why, without repeating the question; kept.") String reason) {
    if (reason.isBlank() || reason.length() > 1000) {
      throw Problem.badInput("reason", "say why, in 1 to 1000 characters");
    }
    if (text.isBlank() || text.length() > 300) {
      throw Problem.badInput("text", "give the question, in 1 to 300 characters");
    }
    return rows.silence(text.strip(), viewer.get().subject(), reason);
  }
}
