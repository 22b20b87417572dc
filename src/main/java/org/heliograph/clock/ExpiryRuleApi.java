package org.heliograph.clock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.audit.Authority;
import org.heliograph.editing.RefusalView;
import org.heliograph.graphql.CurrentRequest;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.importing.DraftReader;
import org.heliograph.importing.ImportOptions;
import org.heliograph.record.Criterion;
import org.heliograph.record.ExpiryRule;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordQuery.Window;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.ExpiryComparison;
import org.heliograph.store.ReferenceStore;
import org.heliograph.visibility.VisibilityPolicy;
import org.heliograph.workflow.Refusal;
import org.heliograph.workflow.Refusal.Code;
import org.jspecify.annotations.Nullable;

/** The rules of expiry. */
@GraphQLApi
public class ExpiryRuleApi {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private final CurrentViewer viewer;
  private final CurrentRequest request;
  private final ReferenceStore references;
  private final ExpiryRuleImport form;
  private final ExpiryRuleWriter writer;
  private final ExpiryComparison comparison;
  private final RecordTypes types;

  public ExpiryRuleApi(
      CurrentViewer viewer,
      CurrentRequest request,
      ReferenceStore references,
      ExpiryRuleImport form,
      ExpiryRuleWriter writer,
      ExpiryComparison comparison,
      RecordTypes types) {
    this.viewer = viewer;
    this.request = request;
    this.references = references;
    this.form = form;
    this.writer = writer;
    this.comparison = comparison;
    this.types = types;
  }

  @Query
  @PermitAll
  @NonNull
  @Description("The rules by which published records stop being shown 公示期限.")
  public ExpiryRuleConnection expiryRules(
      @Nullable @Description("Kind of the records.") RecordKind kind,
      @Nullable @Description("How many rules; 1 to 100, 20 when absent.") Integer first,
      @Nullable @Description("Cursor after which the page starts.") String after) {
    return ExpiryRuleConnection.of(
        references
            .page(
                ExpiryRule.TYPE,
                Criterion.collect().is("kind", kind).criteria(),
                Window.of(first, after, null, null),
                false)
            .map(rules -> rules.stream().map(ExpiryRuleView::of).toList()));
  }

  @Mutation
  @RolesAllowed("admin")
  @NonNull
  @Description(
      "Adds a rule of expiry, or changes the one with its code; the trail keeps what it said before. A rule counts for what is published from then on: expiryDifferences lists what was published under another.")
  public ExpiryRulePayload saveExpiryRule(
      @NonNull @Description("The rule, whole: absent fields become empty.") ExpiryRuleInput input) {
    var who = viewer.get();
    var authority =
        new Authority(who.subject(), "ADMIN", null, null, request.id(), request.addressClass());
    ObjectNode content = JSON.valueToTree(input);
    var understood =
        DraftReader.value(form, content, new ImportOptions(authority, false, false, who.at()));
    ExpiryRule rule = understood.value();
    if (rule == null) {
      return refused(
          understood.errors().stream()
              .map(error -> Refusal.at(Code.INVALID, path(error.column()), error.reason()))
              .toList());
    }
    var outcome = writer.save(List.of(rule), authority, (session, saved) -> {});
    return outcome.refused().isEmpty()
        ? new ExpiryRulePayload(ExpiryRuleView.of(rule), List.of())
        : refused(
            outcome.refused().stream()
                .map(each -> Refusal.at(Code.INVALID, path(each.field()), each.reason()))
                .toList());
  }

  @Query
  @RolesAllowed({"editor", "reviewer", "supervisor", "admin"})
  @NonNull
  @Description(
      "Published records that you may see and that a rule of expiry would show for less long if they were published now: a changed rule changes no record by itself.")
  public ExpiryDifferenceConnection expiryDifferences(
      @NonNull @Description("Kind of the records.") RecordKind kind,
      @Nullable @Description("How many records; 1 to 100, 20 when absent.") Integer first,
      @Nullable @Description("Cursor to go on from.") String after) {
    int size = Window.of(first, after, null, null).size();
    return differences(types.of(kind), after, size);
  }

  private <E extends PublicRecord> ExpiryDifferenceConnection differences(
      RecordType<E> type, @Nullable String after, int size) {
    var slice = comparison.slice(type, after, size, VisibilityPolicy.of(type.kind(), viewer.get()));
    return new ExpiryDifferenceConnection(
        slice.found().stream().map(ExpiryDifferenceConnection.DifferenceView::of).toList(),
        slice.cursor());
  }

  private static String path(String field) {
    return field.isEmpty() ? "input" : "input." + field;
  }

  private static ExpiryRulePayload refused(List<Refusal> refusals) {
    return new ExpiryRulePayload(null, refusals.stream().map(RefusalView::of).toList());
  }
}
