package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Viewer;

/** Titles that somebody may be about to type, of the records that they may see. */
@ApplicationScoped
public class SuggestionSearch {
  private static final int NOT_FOUND = 404;
  private final RecordSearch search;
  private final Clusters clusters;
  private final IndexCatalog catalog;
  private final RecordTypes types;
  private final Set<RecordKind> kinds;

  SuggestionSearch(
      RecordSearch search, Clusters clusters, IndexCatalog catalog, RecordTypes types) {
    this.search = search;
    this.clusters = clusters;
    this.catalog = catalog;
    this.types = types;
    kinds =
        types.all().stream()
            .filter(RecordType::isSuggested)
            .map(RecordType::kind)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a typing error in it is looked for, when nothing is spelled so. */
  public static boolean mayErr(String text) {
    return Suggesting.mayErr(Spelling.typed(text));
  }

  /**
   * Titles in which the text stands, those that begin with it first, then by how many records have
   * them; titles that differ by their places alone are one.
   *
   * @throws Problem UNAVAILABLE while the index cannot be reached
   */
  public List<TitleSuggestion> titles(String text, int most, Viewer viewer) {
    return ask(
        text, viewer, (suggesting, typed, narrowed) -> suggesting.exactly(typed, most, narrowed));
  }

  /** The same with one letter of pinyin wrong; nothing for other scripts. */
  public List<TitleSuggestion> titlesWithAnError(String text, int most, Viewer viewer) {
    return ask(
        text,
        viewer,
        (suggesting, typed, narrowed) -> suggesting.withAnError(typed, most, narrowed));
  }

  private interface Question {
    List<TitleSuggestion> put(Suggesting suggesting, String typed, Set<Long> narrowed);
  }

  private List<TitleSuggestion> ask(String text, Viewer viewer, Question question) {
    String typed = Spelling.typed(text);
    if (typed.isEmpty()) {
      return List.of();
    }
    Tier tier = search.tier(viewer);
    Cluster cluster =
        clusters
            .searching(tier)
            .orElseThrow(
                () -> Problem.unavailable("suggestions are not offered here to signed-in users"));
    var plan =
        new SearchPlan(SearchQuery.everything(kinds), tier, viewer, types, SearchPlan.Words.NONE);
    List<String> aliases = kinds.stream().map(kind -> catalog.alias(kind, tier)).toList();
    try {
      return question.put(new Suggesting(plan, cluster, aliases), typed, search.narrowing(kinds));
    } catch (Cluster.Unreachable e) {
      throw Problem.unavailable("suggestions cannot be made at the moment: search goes without");
    } catch (ElasticsearchException e) {
      if (e.status() == NOT_FOUND) {
        throw Problem.unavailable("the search index is being built: try again in a moment");
      }
      throw e;
    }
  }
}
