package org.heliograph.statute;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.heliograph.graphql.RecordView.Visible;
import org.heliograph.graphql.Selection;
import org.heliograph.graphql.Surroundings;
import org.heliograph.graphql.Views;
import org.heliograph.record.Lookup;
import org.heliograph.record.RecordType;
import org.heliograph.store.RecordStore;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;

/** Makes views of statute articles, also for citations by law and article number. */
@ApplicationScoped
public class StatuteArticleViews implements Views<StatuteArticle, StatuteArticleView> {
  private final StatuteArticleType type;
  private final RecordStore store;
  private final Surroundings.Finder surroundings;

  public StatuteArticleViews(
      StatuteArticleType type, RecordStore store, Surroundings.Finder surroundings) {
    this.type = type;
    this.store = store;
    this.surroundings = surroundings;
  }

  /** A law and an article number as a document cites them. */
  public record Citation(String lawKey, String article) {
    public static Citation of(String law, String article) {
      return new Citation(LawName.key(law), article);
    }
  }

  @Override
  public RecordType<StatuteArticle> type() {
    return type;
  }

  @Override
  public List<StatuteArticleView> of(
      List<Lookup.Found<StatuteArticle>> rows, Selection selection, Viewer viewer) {
    var around = surroundings.of(rows.stream().map(Lookup.Found::row).toList(), selection);
    return rows.stream()
        .map(found -> new StatuteArticleView(new Visible<>(found.row(), found.fields(), around)))
        .toList();
  }

  /**
   * The articles that are cited, with one statement; where a source holds an article twice, the one
   * that came first.
   */
  public Map<Citation, StatuteArticleView> cited(
      Collection<Citation> citations, Selection selection, Viewer viewer) {
    var visibility = VisibilityPolicy.of(type.kind(), viewer);
    var laws = new HashSet<String>();
    var articles = new HashSet<String>();
    for (Citation citation : citations) {
      laws.add(citation.lawKey());
      articles.add(citation.article());
    }
    var rows = store.matching(type, Map.of("law", laws, "article", articles), visibility);
    var found = new HashMap<Citation, StatuteArticleView>();
    for (StatuteArticleView view : of(rows, visibility, selection, viewer)) {
      found.putIfAbsent(Citation.of(view.getLaw(), view.getArticle()), view);
    }
    return found;
  }
}
