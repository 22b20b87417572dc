package org.heliograph.caseoutcome;

import io.smallrye.graphql.api.Context;
import jakarta.annotation.security.PermitAll;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.graphql.ListArguments;
import org.heliograph.graphql.RecordReader;
import org.heliograph.graphql.Selection;
import org.heliograph.record.RecordQuery.Window;
import org.jspecify.annotations.Nullable;

/** Queries for case outcomes. */
@GraphQLApi
public class CaseOutcomeApi {
  private final RecordReader reader;
  private final CaseOutcomeViews views;

  public CaseOutcomeApi(RecordReader reader, CaseOutcomeViews views) {
    this.reader = reader;
    this.views = views;
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
