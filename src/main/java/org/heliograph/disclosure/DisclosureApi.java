package org.heliograph.disclosure;

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

/** Queries for disclosures. */
@GraphQLApi
public class DisclosureApi {
  private final RecordReader reader;
  private final DisclosureViews views;

  public DisclosureApi(RecordReader reader, DisclosureViews views) {
    this.reader = reader;
    this.views = views;
  }

  @Query
  @PermitAll
  @Nullable
  @Description(
      "The disclosure with a code. NOT_FOUND when there is none for you, GONE when it was withdrawn.")
  public DisclosureView disclosure(
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
  @Description("Disclosures, newest publication first unless sorted otherwise.")
  public DisclosureConnection disclosures(
      @Nullable @Description("Which rows.") DisclosureFilter filter,
      @Nullable @Name("sort") @Description("Order of the list.") DisclosureSort sort,
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
    return DisclosureConnection.of(reader.page(views, query, selection));
  }
}
