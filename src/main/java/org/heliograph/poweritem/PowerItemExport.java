package org.heliograph.poweritem;

import static org.heliograph.visibility.FieldClass.INTERNAL;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.export.Columns;
import org.heliograph.export.ExportColumn;
import org.heliograph.export.RecordExport;
import org.heliograph.graphql.ListArguments.Order;
import org.heliograph.graphql.SortDirection;
import org.heliograph.store.RecordWalk;
import org.jspecify.annotations.Nullable;

/** Power items as files: one row an item, its flow and risks joined into cells. */
@Singleton
public class PowerItemExport
    extends RecordExport<PowerItem, PowerItemView, PowerItemFilter, PowerItemSort.By> {
  /** Items bring a hundred child rows each. */
  private static final int BATCH = 100;

  private static final String SELECTION =
      "{organisation{code} region{code} legalBases{law statuteArticle{code title}}"
          + " steps{key riskPoints{code measures{description}} supervisionPoints{code}}"
          + " riskPoints{code measures{description}} supervisionPoints{code}}";

  public PowerItemExport(RecordWalk walk, PowerItemViews views) {
    super(
        walk,
        views,
        new Shape<>(
            "power-items",
            "权力事项",
            PowerItemFilter.class,
            PowerItemSort.By.class,
            SELECTION,
            BATCH,
            own()));
  }

  private static List<ExportColumn<PowerItemView>> own() {
    return Columns.ofRecord(PowerItemView.class)
        .add("basicCode", "基本编码", PowerItemView::getBasicCode)
        .add("category", "权力类型", PowerItemView::getCategory)
        .add("level", "行使层级", PowerItemView::getLevel)
        .add("source", "权力来源", PowerItemView::getSource)
        .add("grade", "廉政风险等级", PowerItemView::getGrade)
        .add("post", "责任岗位", PowerItemView::getPost)
        .add("responsiblePerson", "责任人", PowerItemView::getResponsiblePerson)
        .add("contactPhone", "内部联系电话", INTERNAL, PowerItemView::getContactPhone)
        .list("duties", "责任事项", PowerItemView::getDuties, duty -> duty)
        .list("accountability", "追责情形", PowerItemView::getAccountability, each -> each)
        .list("legalBases", "设定依据", PowerItemView::getLegalBases, PowerItemExport::words)
        .add("conditions", "办理条件", PowerItemView::getConditions)
        .list("materials", "申请材料", PowerItemView::getMaterials, Material::name)
        .nested("statutoryLimit", "法定时限", PowerItemView::getStatutoryLimit, PowerItemExport::words)
        .nested("promisedLimit", "承诺时限", PowerItemView::getPromisedLimit, PowerItemExport::words)
        .list("fees", "收费", PowerItemView::getFees, fee -> fee.name() + "：" + fee.standard())
        .list(
            "discretion",
            "裁量基准",
            PowerItemView::getDiscretion,
            range -> range.circumstance() + "：" + range.range())
        .add("counterpartRights", "相对人权利", PowerItemView::getCounterpartRights)
        .add("complaintChannel", "投诉渠道", PowerItemView::getComplaintChannel)
        .add("manner", "公开方式", PowerItemView::getManner)
        .add("state", "事项状态", PowerItemView::getState)
        .add("stateReason", "状态说明", PowerItemView::getStateReason)
        .add("effectiveFrom", "生效日期", PowerItemView::getEffectiveFrom)
        .add("effectiveUntil", "失效日期", PowerItemView::getEffectiveUntil)
        .add("reviewRemark", "审核意见", INTERNAL, PowerItemView::getReviewRemark)
        .list("steps", "流程环节", PowerItemView::getSteps, PowerItemExport::words)
        .list(
            "supervisionPoints",
            "监察点",
            PowerItemView::getSupervisionPoints,
            point -> point.content())
        .list("riskPoints", "廉政风险点及防控措施", PowerItemView::getRiskPoints, PowerItemExport::words)
        .all();
  }

  @Override
  protected Order order(PowerItemSort.By by, @Nullable SortDirection direction) {
    var sort = new PowerItemSort();
    sort.by = by;
    sort.direction = direction;
    return sort.order();
  }

  private static String words(LegalBasisView basis) {
    return Stream.of("《" + bare(basis.law()) + "》", basis.article())
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.joining());
  }

  private static String bare(String law) {
    return law.replace("《", "").replace("》", "");
  }

  private static String words(TimeLimit limit) {
    return switch (limit.unit()) {
      case WORKING_DAY -> limit.days() + "个工作日";
      case NATURAL_DAY -> limit.days() + "日";
    };
  }

  private static String words(ProcessStepView step) {
    String post = step.post();
    return step.seq() + "." + step.name() + (post == null ? "" : "（" + post + "）");
  }

  private static String words(RiskPointView risk) {
    String measures =
        risk.measures().stream()
            .map(ControlMeasureView::description)
            .collect(Collectors.joining("、"));
    return "["
        + risk.grade()
        + "]"
        + risk.description()
        + (measures.isEmpty() ? "" : "→" + measures);
  }
}
