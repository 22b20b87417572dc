package org.heliograph.caseoutcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.heliograph.graphql.RecordView.Visible;
import org.heliograph.graphql.Selection;
import org.heliograph.graphql.Surroundings;
import org.heliograph.graphql.Views;
import org.heliograph.poweritem.LegalBasisView;
import org.heliograph.poweritem.PowerItem;
import org.heliograph.poweritem.PowerItemView;
import org.heliograph.poweritem.PowerItemViews;
import org.heliograph.poweritem.RiskPointView;
import org.heliograph.record.CodeIndex;
import org.heliograph.record.Lookup;
import org.heliograph.record.RecordType;
import org.heliograph.shared.RecordKind;
import org.heliograph.statute.StatuteArticleView;
import org.heliograph.statute.StatuteArticleViews;
import org.heliograph.statute.StatuteArticleViews.Citation;
import org.heliograph.store.RecordStore;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Makes views of case outcomes with the articles, power items and risk points that they lead to:
 * one read per table, whatever the number of outcomes.
 */
@ApplicationScoped
public class CaseOutcomeViews implements Views<CaseOutcome, CaseOutcomeView> {
  private final CaseOutcomeType type;
  private final RecordStore store;
  private final Surroundings.Finder surroundings;
  private final StatuteArticleViews statutes;
  private final PowerItemViews powerItems;

  CaseOutcomeViews(
      CaseOutcomeType type,
      RecordStore store,
      Surroundings.Finder surroundings,
      StatuteArticleViews statutes,
      PowerItemViews powerItems) {
    this.type = type;
    this.store = store;
    this.surroundings = surroundings;
    this.statutes = statutes;
    this.powerItems = powerItems;
  }

  @Override
  public RecordType<CaseOutcome> type() {
    return type;
  }

  @Override
  public List<CaseOutcomeView> of(
      List<Lookup.Found<CaseOutcome>> found, Selection selection, Viewer viewer) {
    List<CaseOutcome> rows = found.stream().map(Lookup.Found::row).toList();
    var around = surroundings.of(rows, selection);
    var articles = citedArticles(rows, selection, viewer);
    var items = items(rows, selection, viewer);
    var views = new ArrayList<CaseOutcomeView>(found.size());
    for (Lookup.Found<CaseOutcome> each : found) {
      CaseOutcome row = each.row();
      PowerItem item = items.index().find(row.organisation, row.powerItem);
      views.add(
          new CaseOutcomeView(
              new Visible<>(row, each.fields(), around),
              new CaseOutcomeView.Links(
                  bases(row, articles), items.view(item), items.risk(item, row.riskPoint))));
    }
    return views;
  }

  private Map<Citation, StatuteArticleView> citedArticles(
      List<CaseOutcome> rows, Selection selection, Viewer viewer) {
    Selection below = selection.at("legalBases");
    if (!below.has("statuteArticle")) {
      return Map.of();
    }
    var citations = new HashSet<Citation>();
    for (CaseOutcome row : rows) {
      for (CitedBasis basis : row.legalBases) {
        if (basis.article() != null) {
          citations.add(Citation.of(basis.law(), basis.article()));
        }
      }
    }
    return statutes.cited(citations, below.at("statuteArticle"), viewer);
  }

  private static List<LegalBasisView> bases(
      CaseOutcome row, Map<Citation, StatuteArticleView> articles) {
    var bases = new ArrayList<LegalBasisView>();
    for (CitedBasis basis : row.legalBases) {
      String article = basis.article();
      bases.add(
          new LegalBasisView(
              basis.law(),
              article,
              null,
              article == null ? null : articles.get(Citation.of(basis.law(), article))));
    }
    return bases;
  }

  /** The power items that the viewer may see among those that the outcomes name. */
  private Items items(List<CaseOutcome> rows, Selection selection, Viewer viewer) {
    boolean risks = selection.has("riskPoint");
    if (!risks && !selection.has("powerItem")) {
      return new Items(new CodeIndex<>(List.of()), Map.of(), Map.of());
    }
    var codes =
        rows.stream()
            .map(row -> row.powerItem)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var visibility = VisibilityPolicy.of(RecordKind.POWER_ITEM, viewer);
    var items = store.matching(powerItems.type(), Map.of("code", codes), visibility);
    var views = new HashMap<Long, PowerItemView>();
    if (selection.has("powerItem")) {
      var made = powerItems.of(items, visibility, selection.at("powerItem"), viewer);
      for (int i = 0; i < items.size(); i++) {
        views.put(items.get(i).id, made.get(i));
      }
    }
    return new Items(
        new CodeIndex<>(items),
        views,
        risks ? powerItems.riskPoints(items, selection.at("riskPoint")) : Map.of());
  }

  private record Items(
      CodeIndex<PowerItem> index,
      Map<Long, PowerItemView> views,
      Map<Long, List<RiskPointView>> risks) {
    @Nullable PowerItemView view(@Nullable PowerItem item) {
      return item == null ? null : views.get(item.id);
    }

    @Nullable RiskPointView risk(@Nullable PowerItem item, @Nullable String code) {
      if (item == null || code == null) {
        return null;
      }
      return risks.getOrDefault(item.id, List.of()).stream()
          .filter(risk -> risk.code().equals(code))
          .findFirst()
          .orElse(null);
    }
  }
}
