package org.heliograph.subsidy;

import static org.heliograph.visibility.FieldClass.PERSONAL;

import jakarta.inject.Singleton;
import java.util.List;
import org.heliograph.export.Columns;
import org.heliograph.export.ExportColumn;
import org.heliograph.export.RecordExport;
import org.heliograph.graphql.ListArguments.Order;
import org.heliograph.graphql.SortDirection;
import org.heliograph.store.RecordWalk;
import org.jspecify.annotations.Nullable;

/** Receipts as files: the longest lists there are. */
@Singleton
public class SubsidyBeneficiaryExport
    extends RecordExport<
        SubsidyBeneficiary,
        SubsidyBeneficiaryView,
        SubsidyBeneficiaryFilter,
        SubsidyBeneficiarySort.By> {
  private static final int BATCH = 1_000;

  public SubsidyBeneficiaryExport(RecordWalk walk, SubsidyBeneficiaryViews views) {
    super(
        walk,
        views,
        new Shape<>(
            "subsidy-beneficiaries",
            "补贴享受对象",
            SubsidyBeneficiaryFilter.class,
            SubsidyBeneficiarySort.By.class,
            "{organisation{code} region{code} programme{code}}",
            BATCH,
            own()));
  }

  private static List<ExportColumn<SubsidyBeneficiaryView>> own() {
    return Columns.ofPublicised(SubsidyBeneficiaryView.class)
        .add("programme", "项目编码", "Code of the programme that pays.", v -> v.getProgramme().code())
        .add("programmeName", "项目名称", "Name of that programme.", v -> v.getProgramme().name())
        .add("year", "年度", SubsidyBeneficiaryView::getYear)
        .add("period", "批次", SubsidyBeneficiaryView::getPeriod)
        .add("shownName", "姓名（公示）", SubsidyBeneficiaryView::getShownName)
        .add("fullName", "姓名", PERSONAL, SubsidyBeneficiaryView::getFullName)
        .add("bankTail", "银行卡尾号", PERSONAL, SubsidyBeneficiaryView::getBankTail)
        .add("householdSize", "家庭人口", SubsidyBeneficiaryView::getHouseholdSize)
        .add("standard", "补贴标准", SubsidyBeneficiaryView::getStandard)
        .add("amount", "补贴金额", SubsidyBeneficiaryView::getAmount)
        .add("paidOn", "发放日期", SubsidyBeneficiaryView::getPaidOn)
        .add("status", "发放状态", SubsidyBeneficiaryView::getStatus)
        .add("cadreRelation", "村干部关系", SubsidyBeneficiaryView::getCadreRelation)
        .add("cadreNote", "村干部关系说明", SubsidyBeneficiaryView::getCadreNote)
        .add("evidence", "凭证", SubsidyBeneficiaryView::getEvidence)
        .all();
  }

  @Override
  protected Order order(SubsidyBeneficiarySort.By by, @Nullable SortDirection direction) {
    var sort = new SubsidyBeneficiarySort();
    sort.by = by;
    sort.direction = direction;
    return sort.order();
  }
}
