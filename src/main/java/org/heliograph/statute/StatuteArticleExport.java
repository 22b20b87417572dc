package org.heliograph.statute;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.heliograph.export.Columns;
import org.heliograph.export.ExportColumn;
import org.heliograph.export.RecordExport;
import org.heliograph.graphql.ListArguments.Order;
import org.heliograph.graphql.SortDirection;
import org.heliograph.record.Criterion;
import org.heliograph.shared.China;
import org.heliograph.store.RecordWalk;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/** Statute articles as files. */
@Singleton
public class StatuteArticleExport
    extends RecordExport<
        StatuteArticle, StatuteArticleView, StatuteArticleFilter, StatuteArticleSort.By> {
  private static final int BATCH = 500;

  public StatuteArticleExport(RecordWalk walk, StatuteArticleViews views) {
    super(
        walk,
        views,
        new Shape<>(
            "statutes",
            "法条",
            StatuteArticleFilter.class,
            StatuteArticleSort.By.class,
            "{organisation{code} region{code}}",
            BATCH,
            own()));
  }

  private static List<ExportColumn<StatuteArticleView>> own() {
    return Columns.ofRecord(StatuteArticleView.class)
        .add("law", "法律法规", StatuteArticleView::getLaw)
        .add("article", "条号", StatuteArticleView::getArticle)
        .add("text", "条文", StatuteArticleView::getText)
        .add("effectiveFrom", "施行日期", StatuteArticleView::getEffectiveFrom)
        .add("repealedOn", "废止日期", StatuteArticleView::getRepealedOn)
        .all();
  }

  @Override
  protected List<Criterion> criteria(StatuteArticleFilter filter, Viewer viewer) {
    return filter.criteria(LocalDate.ofInstant(viewer.at(), China.ZONE));
  }

  @Override
  protected Order order(StatuteArticleSort.By by, @Nullable SortDirection direction) {
    var sort = new StatuteArticleSort();
    sort.by = by;
    sort.direction = direction;
    return sort.order();
  }
}
