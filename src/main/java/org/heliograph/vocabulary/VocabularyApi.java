package org.heliograph.vocabulary;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.audit.Authority;
import org.heliograph.graphql.CurrentRequest;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.search.RankExplainer;
import org.heliograph.search.RecordSearch;
import org.heliograph.search.SearchPage;
import org.heliograph.search.SearchQuery;
import org.heliograph.search.SearchQuery.Order;
import org.heliograph.search.SearchQuery.Slice;
import org.heliograph.search.SearchQuery.Wants;
import org.heliograph.search.Vocabulary;
import org.heliograph.search.VocabularyRows;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/** Administrators tell the search what words mean and what comes first. */
@GraphQLApi
public class VocabularyApi {
  private static final int QUESTIONS = 20;
  private static final int CHANGES = 100;
  private static final int SHOWN = 10;

  private final VocabularyRows rows;
  private final RecordSearch search;
  private final RankExplainer explainer;
  private final CurrentViewer viewer;
  private final CurrentRequest request;
  private final Clock clock;

  public VocabularyApi(
      VocabularyRows rows,
      RecordSearch search,
      RankExplainer explainer,
      CurrentViewer viewer,
      CurrentRequest request,
      Clock clock) {
    this.rows = rows;
    this.search = search;
    this.explainer = explainer;
    this.viewer = viewer;
    this.request = request;
    this.clock = clock;
  }

  @Query
  @RolesAllowed("admin")
  @NonNull
  @Description(
      "What administrators told the search, oldest first; the words that it was built with stand beside it.")
  public List<@NonNull VocabularyEntryView> vocabulary() {
    return rows.read().entries().stream().map(VocabularyEntryView::of).toList();
  }

  @Query
  @RolesAllowed({"admin", "auditor"})
  @NonNull
  @Description("The latest 100 changes of the vocabulary, latest first.")
  public List<@NonNull VocabularyChangeView> vocabularyChanges() {
    return rows.changes(CHANGES).stream().map(VocabularyChangeView::of).toList();
  }

  @Mutation
  @RolesAllowed("admin")
  @NonNull
  @Description(
      "Tells the search something. All pods follow within seconds, no index is built anew. CONFLICT when it was told already.")
  public VocabularyEntryView addToVocabulary(
      @NonNull @Description("What to tell it.") VocabularyInput entry,
      @NonNull @Description("Why; kept with the change.") String reason) {
    return VocabularyEntryView.of(rows.add(entry.entry("entry"), authority(reason)));
  }

  @Mutation
  @RolesAllowed("admin")
  @NonNull
  @Description("Takes back what the search was told. NOT_FOUND when it is gone already.")
  public VocabularyEntryView removeFromVocabulary(
      @Id @NonNull @Description("Id of the entry.") String id,
      @NonNull @Description("Why; kept with the change.") String reason) {
    return rows.remove(number("id", id), authority(reason))
        .map(VocabularyEntryView::of)
        .orElseThrow(() -> Problem.notFound("the vocabulary has no entry of that id"));
  }

  @Query
  @RolesAllowed("admin")
  @NonNull
  @Description("What a change of the vocabulary would do to some questions, without making it.")
  public List<@NonNull VocabularyEffectView> previewVocabulary(
      @Nullable @Description("What would be added.") VocabularyInput add,
      @Id @Nullable @Description("Id of the entry that would be taken away.") String remove,
      @NonNull @Description("1 to 20 questions, as visitors ask them.")
          List<@NonNull String> questions) {
    if (questions.isEmpty() || questions.size() > QUESTIONS) {
      throw Problem.badInput("questions", "name 1 to 20 questions");
    }
    Vocabulary now = rows.read();
    Vocabulary then = now;
    if (add != null) {
      then = then.with(add.entry("add"));
    }
    if (remove != null) {
      then = then.without(number("remove", remove));
    }
    var effects = new ArrayList<VocabularyEffectView>();
    for (String question : questions) {
      SearchPage before = found(question, now);
      SearchPage after = found(question, then);
      List<String> was = codes(before);
      List<String> willBe = codes(after);
      int totalBefore = total(before);
      int totalAfter = total(after);
      effects.add(
          new VocabularyEffectView(
              question,
              totalBefore != totalAfter || !was.equals(willBe),
              totalBefore,
              totalAfter,
              was,
              willBe));
    }
    return effects;
  }

  @Query
  @RolesAllowed("admin")
  @NonNull
  @Description(
      "Why a record stands where it stands when anonymous visitors search. NOT_FOUND when they do not find it.")
  public RankExplanationView rankExplanation(
      @NonNull @Description("The text that is searched.") String text,
      @NonNull @Description("Kind of the record.") RecordKind kind,
      @NonNull @Description("Code of the record.") String code) {
    return explainer
        .explain(text, kind, code)
        .map(RankExplanationView::of)
        .orElseThrow(() ->
            Problem.notFound(
                "anonymous visitors who search for this text do not find that record"));
  }

  private SearchPage found(String question, Vocabulary vocabulary) {
    var query =
        new SearchQuery(
            question,
            Set.of(),
            List.of(),
            Order.RELEVANCE,
            Set.of(),
            new Slice(SHOWN, null),
            new Wants(true, true, false));
    return search.search(query, Viewer.anonymous(clock.instant()), vocabulary);
  }

  private static List<String> codes(SearchPage page) {
    return page.hits().stream().map(hit -> hit.found().row().code).toList();
  }

  private static int total(SearchPage page) {
    Long total = page.total();
    return total == null ? 0 : Math.toIntExact(total);
  }

  private Authority authority(String reason) {
    if (reason.isBlank() || reason.length() > 1000) {
      throw Problem.badInput("reason", "say why, in 1 to 1000 characters");
    }
    return new Authority(
        viewer.get().subject(), "ADMIN", null, reason, request.id(), request.addressClass());
  }

  private static long number(String argument, String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw Problem.notFound("the vocabulary has no entry of that id (" + argument + ")");
    }
  }
}
