package org.heliograph.caseoutcome;

import io.smallrye.graphql.api.Context;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.graphql.ListArguments;
import org.heliograph.graphql.RecordReader;
import org.heliograph.graphql.Selection;
import org.heliograph.record.Criterion;
import org.heliograph.record.RecordQuery.Window;
import org.heliograph.shared.China;
import org.heliograph.shared.Stage;
import org.jspecify.annotations.Nullable;

/** Queries for case outcomes. */
@GraphQLApi
public class CaseOutcomeApi {
  private final RecordReader reader;
  private final CaseOutcomeViews views;
  private final CurrentViewer viewer;

  public CaseOutcomeApi(RecordReader reader, CaseOutcomeViews views, CurrentViewer viewer) {
    this.reader = reader;
    this.views = views;
    this.viewer = viewer;
  }

  @Query
  @PermitAll
  @Nullable
  @Description(
      "The case outcome with a code. NOT_FOUND when there is none for you, GONE when it was withdrawn.")
  public CaseOutcomeView caseOutcome(
      @NonNull @Description("Code of the record.") String code,
      @Nullable
          @Description("Code of the organisation; needed only where several use the same code.")
          String organisation,
      Context context) {
    return reader.byCode(views, code, organisation, Selection.of(context));
  }

  @Query
  @RolesAllowed({"editor", "reviewer", "supervisor"})
  @NonNull
  @Description(
      "Penalties that were annulled and are public still, for those in charge of them: the editors and reviewers of their organisation and the supervisors of their region.")
  public CaseOutcomeConnection annulledPenalties(
      @Nullable
          @Description(
              "true: those alone whose three working days are over; all of them when absent.")
          Boolean overdue,
      @Nullable
          @Description(
              "How many rows from the start or after the cursor; 1 to 100, 20 when absent.")
          Integer first,
      @Nullable @Description("Cursor after which the page starts.") String after,
      Context context) {
    Selection selection = Selection.of(context);
    LocalDate today = LocalDate.ofInstant(viewer.get().at(), China.ZONE);
    LocalDate until =
        Boolean.TRUE.equals(overdue) ? today.minusDays(1) : LocalDate.of(9999, 12, 31);
    var query =
        ListArguments.query(
            views.type(),
            Criterion.collect()
                .is("stage", Stage.PUBLISHED)
                .between("withdrawalDue", LocalDate.EPOCH, until)
                .criteria(),
            new ListArguments.Order("decidedOn", false),
            Window.of(first, after, null, null),
            selection);
    return CaseOutcomeConnection.of(reader.page(views, query, selection));
  }

  @Query
  @PermitAll
  @NonNull
  @Description("Case outcomes, latest decision first unless sorted otherwise.")
  public CaseOutcomeConnection caseOutcomes(
      @Nullable @Description("Which rows.") CaseOutcomeFilter filter,
      @Nullable @Name("sort") @Description("Order of the list.") CaseOutcomeSort sort,
      @Nullable
          @Description(
              "How many rows from the start or after the cursor; 1 to 100, 20 when absent.")
          Integer first,
      @Nullable @Description("Cursor after which the page starts.") String after,
      @Nullable @Description("How many rows from the end or before the cursor; 1 to 100.")
          Integer last,
      @Nullable @Description("Cursor before which the page ends.") String before,
      Context context) {
    Selection selection = Selection.of(context);
    var query =
        ListArguments.query(
            views.type(),
            filter,
            sort == null ? null : sort.order(),
            Window.of(first, after, last, before),
            selection);
    return CaseOutcomeConnection.of(reader.page(views, query, selection));
  }
}
