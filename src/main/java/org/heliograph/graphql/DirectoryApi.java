package org.heliograph.graphql;

import io.smallrye.graphql.api.Context;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.directory.Directory;
import org.heliograph.directory.DirectoryTypes;
import org.heliograph.directory.OrganisationView;
import org.heliograph.directory.RegionView;
import org.heliograph.record.Criterion;
import org.heliograph.record.RecordQuery.Window;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RegionCode.Level;
import org.heliograph.store.ReferenceStore;
import org.jspecify.annotations.Nullable;

/**
 * Queries for organisations and divisions. They stand here because every record's view names both:
 * the directory itself must not know the schema.
 */
@GraphQLApi
public class DirectoryApi {
  private final ReferenceStore references;
  private final Directory directory;

  public DirectoryApi(ReferenceStore references, Directory directory) {
    this.references = references;
    this.directory = directory;
  }

  @Query
  @PermitAll
  @Nullable
  @Description("The organisation with a code. NOT_FOUND when there is none.")
  public OrganisationView organisation(
      @NonNull @Description("Code of the organisation.") String code) {
    return directory
        .organisation(code)
        .map(OrganisationView::of)
        .orElseThrow(() -> Problem.notFound("there is no such organisation: check the code"));
  }

  @Query
  @PermitAll
  @NonNull
  @Description("Organisations in the order of their codes.")
  public OrganisationConnection organisations(
      @Nullable @Description("Which organisations.") OrganisationFilter filter,
      @Nullable
          @Description(
              "How many rows from the start or after the cursor; 1 to 100, 20 when absent.")
          Integer first,
      @Nullable @Description("Cursor after which the page starts.") String after,
      @Nullable @Description("How many rows from the end or before the cursor; 1 to 100.")
          Integer last,
      @Nullable @Description("Cursor before which the page ends.") String before,
      Context context) {
    return OrganisationConnection.of(
        references
            .page(
                DirectoryTypes.ORGANISATIONS,
                filter == null ? List.of() : filter.criteria(),
                Window.of(first, after, last, before),
                Selection.of(context).has("totalCount"))
            .map(rows -> rows.stream().map(OrganisationView::of).toList()));
  }

  @Query
  @PermitAll
  @Nullable
  @Description("The division with a code. NOT_FOUND when there is none.")
  public RegionView region(@NonNull @Description("12-digit division code.") String code) {
    return directory
        .region(code)
        .map(RegionView::of)
        .orElseThrow(() -> Problem.notFound("there is no such division: check the code"));
  }

  @Query
  @PermitAll
  @NonNull
  @Description("Divisions in the order of their codes.")
  public RegionConnection regions(
      @Nullable @Description("Code of the division directly above; 000000000000 for provinces.")
          String parent,
      @Nullable @Description("Level of the divisions.") Level level,
      @Nullable
          @Description(
              "How many rows from the start or after the cursor; 1 to 100, 20 when absent.")
          Integer first,
      @Nullable @Description("Cursor after which the page starts.") String after,
      @Nullable @Description("How many rows from the end or before the cursor; 1 to 100.")
          Integer last,
      @Nullable @Description("Cursor before which the page ends.") String before,
      Context context) {
    RegionArguments.check("parent", parent == null ? null : List.of(parent));
    List<Criterion> criteria =
        Criterion.collect().is("parent", parent).is("level", level).criteria();
    return RegionConnection.of(
        references
            .page(
                DirectoryTypes.REGIONS,
                criteria,
                Window.of(first, after, last, before),
                Selection.of(context).has("totalCount"))
            .map(rows -> rows.stream().map(RegionView::of).toList()));
  }
}
