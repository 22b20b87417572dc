package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.outbox.OutboxRows.Lag;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.search.KeptTitles.Asked;
import org.heliograph.search.Suggesting.Answer;
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
  private final KeptTitles kept;
  private final Counter again;

  SuggestionSearch(
      RecordSearch search,
      Clusters clusters,
      IndexCatalog catalog,
      RecordTypes types,
      SearchConfig config,
      MeterRegistry metrics) {
    this.search = search;
    this.clusters = clusters;
    this.catalog = catalog;
    this.types = types;
    kinds =
        types.all().stream()
            .filter(RecordType::isSuggested)
            .map(RecordType::kind)
            .collect(Collectors.toUnmodifiableSet());
    // a large bulk is found after a refresh of the index's own, which may be late once
    kept = new KeptTitles(config.refreshInterval().multipliedBy(2), Ticker.systemTicker());
    again = metrics.counter("heliograph.suggestions.kept");
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
    return titles(new Asked(Spelling.typed(text), most, false), viewer);
  }

  /** The same with one letter of pinyin wrong; nothing for other scripts. */
  public List<TitleSuggestion> titlesWithAnError(String text, int most, Viewer viewer) {
    return titles(new Asked(Spelling.typed(text), most, true), viewer);
  }

  private List<TitleSuggestion> titles(Asked asked, Viewer viewer) {
    if (asked.typed().isEmpty()) {
      return List.of();
    }
    Tier tier = search.tier(viewer);
    Lag lag = search.lag(kinds);
    if (tier != Tier.PUBLIC) {
      return ask(asked, tier, viewer, lag).titles();
    }
    Optional<Answer> known = kept.find(asked, lag, IndexValue.micros(viewer.at()));
    if (known.isPresent()) {
      again.increment();
      return known.get().titles();
    }
    boolean settled = kept.isSettled(lag);
    Answer answer = ask(asked, tier, viewer, lag);
    if (settled) {
      kept.keep(asked, lag, answer);
    }
    return answer.titles();
  }

  private Answer ask(Asked asked, Tier tier, Viewer viewer, Lag lag) {
    Cluster cluster =
        clusters
            .searching(tier)
            .orElseThrow(
                () -> Problem.unavailable("suggestions are not offered here to signed-in users"));
    var plan =
        new SearchPlan(SearchQuery.everything(kinds), tier, viewer, types, SearchPlan.Words.NONE);
    List<String> aliases = kinds.stream().map(kind -> catalog.alias(kind, tier)).toList();
    var suggesting = new Suggesting(plan, cluster, aliases);
    try {
      return asked.erring()
          ? suggesting.withAnError(asked.typed(), asked.most(), lag.narrowing())
          : suggesting.exactly(asked.typed(), asked.most(), lag.narrowing());
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
