package org.heliograph.caseoutcome;

import static org.heliograph.visibility.FieldClass.INTERNAL;
import static org.heliograph.visibility.FieldClass.PERSONAL;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.heliograph.export.Columns;
import org.heliograph.export.ExportColumn;
import org.heliograph.export.RecordExport;
import org.heliograph.graphql.ListArguments.Order;
import org.heliograph.graphql.SortDirection;
import org.heliograph.poweritem.LegalBasisView;
import org.heliograph.poweritem.PowerItemView;
import org.heliograph.poweritem.RiskPointView;
import org.heliograph.store.RecordWalk;
import org.jspecify.annotations.Nullable;

/** Case outcomes as files. */
@Singleton
public class CaseOutcomeExport
    extends RecordExport<CaseOutcome, CaseOutcomeView, CaseOutcomeFilter, CaseOutcomeSort.By> {
  private static final int BATCH = 200;

  public CaseOutcomeExport(RecordWalk walk, CaseOutcomeViews views) {
    super(
        walk,
        views,
        new Shape<>(
            "case-outcomes",
            "案件处理结果",
            CaseOutcomeFilter.class,
            CaseOutcomeSort.By.class,
            "{organisation{code} region{code} legalBases{law statuteArticle{code title}}"
                + " powerItem{code title} riskPoint{code measures{description}}}",
            BATCH,
            own()));
  }

  private static List<ExportColumn<CaseOutcomeView>> own() {
    return Columns.ofPublicised(CaseOutcomeView.class)
        .add("type", "案件类型", CaseOutcomeView::getType)
        .add("respondentKind", "当事人类别", CaseOutcomeView::getRespondentKind)
        .add("respondent", "当事人（公示）", CaseOutcomeView::getRespondent)
        .add("respondentName", "当事人姓名", PERSONAL, CaseOutcomeView::getRespondentName)
        .add("post", "职务", CaseOutcomeView::getPost)
        .add("violationCategory", "违法违纪类型", CaseOutcomeView::getViolationCategory)
        .add("facts", "主要事实", CaseOutcomeView::getFacts)
        .list("legalBases", "处理依据", CaseOutcomeView::getLegalBases, CaseOutcomeExport::words)
        .list("outcomes", "处理结果", CaseOutcomeView::getOutcomes, CaseOutcomeExport::words)
        .add("documentNumber", "文号", CaseOutcomeView::getDocumentNumber)
        .add("decidedOn", "决定日期", CaseOutcomeView::getDecidedOn)
        .add("effectiveOn", "生效日期", CaseOutcomeView::getEffectiveOn)
        .add("exposure", "通报曝光", CaseOutcomeView::isExposure)
        .add("remediation", "以案促改", CaseOutcomeView::getRemediation)
        .nested("powerItem", "相关权力事项", CaseOutcomeView::getPowerItem, PowerItemView::getCode)
        .nested("riskPoint", "相关廉政风险点", CaseOutcomeView::getRiskPoint, RiskPointView::code)
        .add("annulledOn", "撤销日期", INTERNAL, CaseOutcomeView::getAnnulledOn)
        .add("withdrawalDue", "应撤回日期", INTERNAL, CaseOutcomeView::getWithdrawalDue)
        .add("remark", "内部备注", INTERNAL, CaseOutcomeView::getRemark)
        .all();
  }

  @Override
  protected Order order(CaseOutcomeSort.By by, @Nullable SortDirection direction) {
    var sort = new CaseOutcomeSort();
    sort.by = by;
    sort.direction = direction;
    return sort.order();
  }

  private static String words(LegalBasisView basis) {
    String article = basis.article();
    return article == null ? basis.law() : basis.law() + article;
  }

  private static String words(Sanction sanction) {
    BigDecimal amount = sanction.amount();
    String detail = sanction.detail();
    LocalDate until = sanction.until();
    return sanction.measure()
        + (amount == null ? "" : amount.toPlainString() + "元")
        + (detail == null ? "" : "（" + detail + "）")
        + (until == null ? "" : "（至" + until + "）");
  }
}
