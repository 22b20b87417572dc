package org.heliograph.subsidy;

import io.smallrye.graphql.api.Context;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.graphql.ListArguments;
import org.heliograph.graphql.RecordReader;
import org.heliograph.graphql.Selection;
import org.heliograph.record.RecordQuery.Window;
import org.heliograph.shared.Problem;
import org.heliograph.store.ReferenceStore;
import org.jspecify.annotations.Nullable;

/** Queries for subsidy programmes, their beneficiaries and sums over them. */
@GraphQLApi
public class SubsidyApi {
  private final RecordReader reader;
  private final SubsidyBeneficiaryViews beneficiaries;
  private final SubsidyProgrammeViews programmes;
  private final ReferenceStore references;
  private final SubsidySummaries summaries;
  private final CurrentViewer viewer;

  public SubsidyApi(
      RecordReader reader,
      SubsidyBeneficiaryViews beneficiaries,
      SubsidyProgrammeViews programmes,
      ReferenceStore references,
      SubsidySummaries summaries,
      CurrentViewer viewer) {
    this.reader = reader;
    this.beneficiaries = beneficiaries;
    this.programmes = programmes;
    this.references = references;
    this.summaries = summaries;
    this.viewer = viewer;
  }

  @Query
  @PermitAll
  @Nullable
  @Description("The subsidy programme with a code. NOT_FOUND when there is none.")
  public SubsidyProgrammeView subsidyProgramme(
      @NonNull @Description("Code of the programme.") String code) {
    SubsidyProgrammeView found = programmes.byCodes(List.of(code)).get(code);
    if (found == null) {
      throw Problem.notFound("there is no such programme: check the code");
    }
    return found;
  }

  @Query
  @PermitAll
  @NonNull
  @Description("Subsidy programmes in the order of their codes.")
  public SubsidyProgrammeConnection subsidyProgrammes(
      @Nullable @Description("Which programmes.") SubsidyProgrammeFilter filter,
      @Nullable
          @Description(
              "How many rows from the start or after the cursor; 1 to 100, 20 when absent.")
          Integer first,
      @Nullable @Description("Cursor after which the page starts.") String after,
      @Nullable @Description("How many rows from the end or before the cursor; 1 to 100.")
          Integer last,
      @Nullable @Description("Cursor before which the page ends.") String before,
      Context context) {
    return SubsidyProgrammeConnection.of(
        references
            .page(
                ProgrammeWriter.TYPE,
                filter == null ? List.of() : filter.criteria(),
                Window.of(first, after, last, before),
                Selection.of(context).has("totalCount"))
            .map(programmes::of));
  }

  @Query
  @PermitAll
  @Nullable
  @Description(
      "The subsidy beneficiary with a code. NOT_FOUND when there is none for you, GONE when it was withdrawn.")
  public SubsidyBeneficiaryView subsidyBeneficiary(
      @NonNull @Description("Code of the record.") String code,
      @Nullable
          @Description("Code of the organisation; needed only where several use the same code.")
          String organisation,
      Context context) {
    return reader.byCode(beneficiaries, code, organisation, Selection.of(context));
  }

  @Query
  @PermitAll
  @NonNull
  @Description("Subsidy beneficiaries, latest payment first unless sorted otherwise.")
  public SubsidyBeneficiaryConnection subsidyBeneficiaries(
      @Nullable @Description("Which beneficiaries.") SubsidyBeneficiaryFilter filter,
      @Nullable @Name("sort") @Description("Order of the list.") SubsidyBeneficiarySort sort,
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
            beneficiaries.type(),
            filter,
            sort == null ? null : sort.order(),
            Window.of(first, after, last, before),
            selection);
    return SubsidyBeneficiaryConnection.of(reader.page(beneficiaries, query, selection));
  }

  @Query
  @PermitAll
  @NonNull
  @Description(
      "Subsidy receipts counted and added up over what you may see, each once; a correction in work is left out. At most 1,000 groups: more are BAD_INPUT.")
  public SubsidySummaryView subsidySummary(
      // a list of non-null elements is itself taken for non-null here: the default makes it
      // optional, and an explicit null still arrives as null
      @Nullable @DefaultValue("[]") @Description("What to group by; one group of all when empty.")
          List<@NonNull SubsidyDimension> groupBy,
      @Nullable @Description("Which receipts.") SubsidyBeneficiaryFilter filter,
      Context context) {
    return summaries.of(
        new SubsidySummaries.Asked(
            groupBy == null ? new LinkedHashSet<>() : new LinkedHashSet<>(groupBy),
            filter == null ? List.of() : filter.criteria(),
            SubsidySummaries.LARGEST),
        Selection.of(context),
        viewer.get());
  }
}
