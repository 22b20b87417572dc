package org.heliograph.poweritem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.graphql.RecordView.Visible;
import org.heliograph.graphql.Selection;
import org.heliograph.graphql.Surroundings;
import org.heliograph.graphql.Views;
import org.heliograph.record.ChildType;
import org.heliograph.record.Lookup;
import org.heliograph.record.RecordType;
import org.heliograph.statute.StatuteArticleView;
import org.heliograph.statute.StatuteArticleViews;
import org.heliograph.statute.StatuteArticleViews.Citation;
import org.heliograph.store.RecordStore;
import org.heliograph.visibility.FieldClass;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Makes views of power items: one trip to the database for all child tables that the selection
 * reaches, whatever the number of items.
 */
@ApplicationScoped
public class PowerItemViews implements Views<PowerItem, PowerItemView> {
  private final PowerItemType type;
  private final RecordStore store;
  private final Surroundings.Finder surroundings;
  private final StatuteArticleViews statutes;

  public PowerItemViews(
      PowerItemType type,
      RecordStore store,
      Surroundings.Finder surroundings,
      StatuteArticleViews statutes) {
    this.type = type;
    this.store = store;
    this.surroundings = surroundings;
    this.statutes = statutes;
  }

  @Override
  public RecordType<PowerItem> type() {
    return type;
  }

  @Override
  public List<PowerItemView> of(
      List<Lookup.Found<PowerItem>> found, Selection selection, Viewer viewer) {
    List<PowerItem> rows = found.stream().map(Lookup.Found::row).toList();
    store.attach(reached(selection), rows);
    var articles = citedArticles(rows, selection, viewer);
    var around = surroundings.of(rows, selection);
    var views = new ArrayList<PowerItemView>(found.size());
    for (Lookup.Found<PowerItem> each : found) {
      views.add(
          new PowerItemView(
              new Visible<>(each.row(), each.fields(), around),
              parts(each.row(), each.fields(), articles)));
    }
    return views;
  }

  /** The risk points of items by row id, with their measures where those are selected. */
  public Map<Long, List<RiskPointView>> riskPoints(List<PowerItem> rows, Selection selection) {
    store.attach(
        selection.has("measures")
            ? List.of(PowerItemType.RISK_POINTS, PowerItemType.MEASURES)
            : List.of(PowerItemType.RISK_POINTS),
        rows);
    var byRow = new HashMap<Long, List<RiskPointView>>();
    rows.forEach(row -> byRow.put(row.id, risks(row)));
    return byRow;
  }

  private static List<ChildType<PowerItem, ?>> reached(Selection selection) {
    Selection steps = selection.at("steps");
    var children = new ArrayList<ChildType<PowerItem, ?>>();
    if (selection.has("legalBases")) {
      children.add(PowerItemType.LEGAL_BASES);
    }
    if (selection.has("steps")) {
      children.add(PowerItemType.STEPS);
    }
    if (selection.has("supervisionPoints") || steps.has("supervisionPoints")) {
      children.add(PowerItemType.SUPERVISION_POINTS);
    }
    if (selection.has("riskPoints") || steps.has("riskPoints")) {
      children.add(PowerItemType.RISK_POINTS);
    }
    if (selection.at("riskPoints").has("measures") || steps.at("riskPoints").has("measures")) {
      children.add(PowerItemType.MEASURES);
    }
    return children;
  }

  private Map<Citation, StatuteArticleView> citedArticles(
      List<PowerItem> rows, Selection selection, Viewer viewer) {
    Selection below = selection.at("legalBases");
    if (!below.has("statuteArticle")) {
      return Map.of();
    }
    var citations = new HashSet<Citation>();
    for (PowerItem row : rows) {
      for (LegalBasis basis : row.legalBases) {
        if (basis.article != null) {
          citations.add(Citation.of(basis.law, basis.article));
        }
      }
    }
    return statutes.cited(citations, below.at("statuteArticle"), viewer);
  }

  private static PowerItemView.Parts parts(
      PowerItem row, Set<FieldClass> fields, Map<Citation, StatuteArticleView> articles) {
    var bases = new ArrayList<LegalBasisView>();
    for (LegalBasis basis : row.legalBases) {
      var article =
          basis.article == null ? null : articles.get(Citation.of(basis.law, basis.article));
      bases.add(new LegalBasisView(basis.law, basis.article, basis.text, article));
    }
    var risks = risks(row);
    var points = new ArrayList<SupervisionPointView>();
    for (SupervisionPoint point : row.supervisionPoints) {
      points.add(new SupervisionPointView(point.code, point.step, point.content, point.method));
    }
    var steps = new ArrayList<ProcessStepView>();
    for (ProcessStep step : row.steps) {
      steps.add(view(step, fields, risks, points));
    }
    return new PowerItemView.Parts(bases, steps, risks, points);
  }

  private static List<RiskPointView> risks(PowerItem row) {
    var measures = new HashMap<Integer, List<ControlMeasureView>>();
    for (ControlMeasure measure : row.measures) {
      measures
          .computeIfAbsent(measure.riskSeq, risk -> new ArrayList<>())
          .add(new ControlMeasureView(measure.description, measure.duty));
    }
    var risks = new ArrayList<RiskPointView>();
    for (RiskPoint risk : row.riskPoints) {
      risks.add(
          new RiskPointView(
              risk.code,
              risk.grade,
              risk.description,
              risk.step,
              risk.post,
              risk.holder,
              measures.getOrDefault(risk.seq, List.of())));
    }
    return risks;
  }

  private static ProcessStepView view(
      ProcessStep step,
      Set<FieldClass> fields,
      List<RiskPointView> risks,
      List<SupervisionPointView> points) {
    return new ProcessStepView(
        step.key,
        step.seq,
        step.name,
        step.post,
        step.handler,
        fields.contains(FieldClass.INTERNAL) ? step.handlerPhone : null,
        step.content,
        step.result,
        limit(step),
        step.clockStops,
        step.next,
        risks.stream().filter(risk -> step.key.equals(risk.stepKey())).toList(),
        points.stream().filter(point -> step.key.equals(point.stepKey())).toList());
  }

  private static @Nullable TimeLimit limit(ProcessStep step) {
    Integer days = step.limitDays;
    DayUnit unit = step.limitUnit;
    return days == null || unit == null ? null : new TimeLimit(days, unit);
  }
}
