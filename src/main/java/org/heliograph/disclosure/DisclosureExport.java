package org.heliograph.disclosure;

import static org.heliograph.visibility.FieldClass.INTERNAL;

import jakarta.inject.Singleton;
import java.util.List;
import org.heliograph.export.Columns;
import org.heliograph.export.ExportColumn;
import org.heliograph.export.RecordExport;
import org.heliograph.graphql.ListArguments.Order;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.SortDirection;
import org.heliograph.store.RecordWalk;
import org.jspecify.annotations.Nullable;

/** Disclosures as files: the five disclosures in a column each. */
@Singleton
public class DisclosureExport
    extends RecordExport<Disclosure, DisclosureView, DisclosureFilter, DisclosureSort.By> {
  private static final int BATCH = 200;

  public DisclosureExport(RecordWalk walk, DisclosureViews views) {
    super(
        walk,
        views,
        new Shape<>(
            "disclosures",
            "公开信息",
            DisclosureFilter.class,
            DisclosureSort.By.class,
            "{organisation{code} region{code} related{kind code title}}",
            BATCH,
            own()));
  }

  private static List<ExportColumn<DisclosureView>> own() {
    return Columns.ofRecord(DisclosureView.class)
        .add("category", "公开目录类别", DisclosureView::getCategory)
        .add("period", "期间", DisclosureView::getPeriod)
        .add("form", "形式", DisclosureView::getForm)
        .add("manner", "公开方式", DisclosureView::getManner)
        .add("content", "内容公开", "内容 what is disclosed.", v -> v.getFiveDisclosures().content())
        .add(
            "basis",
            "依据公开",
            "依据 the rule or document that it rests on.",
            v -> v.getFiveDisclosures().basis())
        .add(
            "procedure",
            "程序公开",
            "程序 the steps that have to be taken.",
            v -> v.getFiveDisclosures().procedure())
        .add(
            "process",
            "过程公开",
            "过程 what was done, when and by whom.",
            v -> v.getFiveDisclosures().process())
        .add("result", "结果公开", "结果 what came of it.", v -> v.getFiveDisclosures().result())
        .nested("detail", "结构化内容", DisclosureView::getDetail, DetailWords::of)
        .add("publicityFrom", "公示开始日期", DisclosureView::getPublicityFrom)
        .add("publicityUntil", "公示截止日期", DisclosureView::getPublicityUntil)
        .list("related", "相关记录", DisclosureView::getRelated, RecordNode::getTitle)
        .add("remark", "内部备注", INTERNAL, DisclosureView::getRemark)
        .all();
  }

  @Override
  protected Order order(DisclosureSort.By by, @Nullable SortDirection direction) {
    var sort = new DisclosureSort();
    sort.by = by;
    sort.direction = direction;
    return sort.order();
  }
}
