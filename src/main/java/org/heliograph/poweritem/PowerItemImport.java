package org.heliograph.poweritem;

import static org.heliograph.importing.RowReader.NAME;
import static org.heliograph.importing.RowReader.PROSE;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.heliograph.directory.Directory;
import org.heliograph.importing.Column;
import org.heliograph.importing.ImportOptions;
import org.heliograph.importing.RecordImport;
import org.heliograph.importing.RowReader;
import org.heliograph.record.Origin;
import org.heliograph.store.DraftWriter;

/** Rows of power items. */
@Singleton
public class PowerItemImport extends RecordImport<PowerItem> {
  private static final List<Column> OWN =
      List.of(
          Column.text("basicCode").labelled("基本编码"),
          Column.text("category").labelled("权力类型").required().oneOf(PowerCategory.class),
          Column.text("level").labelled("行使层级").required().oneOf(ExerciseLevel.class),
          Column.text("source").labelled("权力来源").required().oneOf(PowerSource.class),
          Column.text("grade").labelled("廉政风险等级").oneOf(RiskGrade.class),
          Column.text("post").labelled("责任岗位"),
          Column.text("responsiblePerson").labelled("责任人").hidden(),
          Column.text("contactPhone").labelled("内部联系电话").hidden(),
          Column.nested("duties"),
          Column.nested("accountability"),
          Column.nested("legalBases"),
          Column.text("conditions").labelled("办理条件"),
          Column.nested("materials"),
          Column.nested("statutoryLimit"),
          Column.nested("promisedLimit"),
          Column.nested("fees"),
          Column.nested("discretion"),
          Column.text("counterpartRights").labelled("相对人权利"),
          Column.text("complaintChannel").labelled("投诉渠道"),
          Column.text("manner").labelled("公开方式").oneOf(DisclosureManner.class),
          Column.text("state").labelled("事项状态").oneOf(PowerItemState.class),
          Column.text("stateReason").labelled("状态说明"),
          Column.date("effectiveFrom").labelled("生效日期"),
          Column.date("effectiveUntil").labelled("失效日期"),
          Column.text("reviewRemark").labelled("审核意见"),
          Column.nested("steps"),
          Column.nested("supervisionPoints"),
          Column.nested("riskPoints"));

  public PowerItemImport(PowerItemType type, DraftWriter writer, Directory directory) {
    super(type, writer, directory);
  }

  @Override
  public String word() {
    return "power-items";
  }

  @Override
  public Optional<String> template() {
    return Optional.of("权力事项");
  }

  @Override
  public List<Column> columns() {
    return join(COMMON, OWN);
  }

  @Override
  public boolean recognises(Set<String> names) {
    return !names.contains("itemCode");
  }

  @Override
  public Set<String> personal() {
    var all = new HashSet<>(super.personal());
    all.addAll(Set.of("steps.handler", "steps.handlerPhone", "riskPoints.holder"));
    return all;
  }

  /** Items bring a hundred child rows each. */
  @Override
  public int batchSize(ImportOptions options) {
    return 200;
  }

  @Override
  protected Function<Origin, PowerItem> content(RowReader row) {
    var draft =
        new PowerItemDraft(
            row.textOrNull("basicCode", 64),
            row.choice("category", PowerCategory.class),
            row.choice("level", ExerciseLevel.class),
            row.choice("source", PowerSource.class),
            row.choiceOrNull("grade", RiskGrade.class),
            row.textOrNull("post", NAME),
            row.textOrNull("responsiblePerson", NAME),
            row.textOrNull("contactPhone", 64),
            row.texts("duties", PROSE),
            row.texts("accountability", PROSE),
            row.objects("legalBases", PowerItemImport::basis),
            row.textOrNull("conditions", PROSE),
            row.objects("materials", PowerItemImport::material),
            row.object("statutoryLimit", PowerItemImport::limit),
            row.object("promisedLimit", PowerItemImport::limit),
            row.objects("fees", PowerItemImport::fee),
            row.objects("discretion", PowerItemImport::discretion),
            row.textOrNull("counterpartRights", PROSE),
            row.textOrNull("complaintChannel", PROSE),
            row.choiceOrNull("manner", DisclosureManner.class),
            row.choiceOrNull("state", PowerItemState.class),
            row.textOrNull("stateReason", PROSE),
            row.dateOrNull("effectiveFrom"),
            row.dateOrNull("effectiveUntil"),
            row.textOrNull("reviewRemark", PROSE),
            row.objects("steps", PowerItemImport::step),
            row.objects("supervisionPoints", PowerItemImport::point),
            row.objects("riskPoints", PowerItemImport::risk));
    check(draft, row);
    return origin -> PowerItem.draft(draft, origin);
  }

  /** What refers to what within the item. */
  private static void check(PowerItemDraft draft, RowReader row) {
    var from = draft.effectiveFrom();
    var until = draft.effectiveUntil();
    if (from != null && until != null && until.isBefore(from)) {
      row.refuse("effectiveUntil", "lies before effectiveFrom");
    }
    var keys = new HashSet<String>();
    for (int i = 0; i < draft.steps().size(); i++) {
      if (!keys.add(draft.steps().get(i).key())) {
        row.refuse("steps[" + i + "].key", "is the key of an earlier step: give each its own");
      }
    }
    for (int i = 0; i < draft.steps().size(); i++) {
      var next = draft.steps().get(i).next();
      for (int j = 0; j < next.size(); j++) {
        if (!keys.contains(next.get(j).to())) {
          row.refuse("steps[" + i + "].next[" + j + "].to", "is the key of no step of this item");
        }
      }
    }
    for (int i = 0; i < draft.supervisionPoints().size(); i++) {
      if (!keys.contains(draft.supervisionPoints().get(i).step())) {
        row.refuse("supervisionPoints[" + i + "].step", "is the key of no step of this item");
      }
    }
    var codes = new HashSet<String>();
    for (int i = 0; i < draft.riskPoints().size(); i++) {
      var risk = draft.riskPoints().get(i);
      String step = risk.step();
      if (step != null && !keys.contains(step)) {
        row.refuse("riskPoints[" + i + "].step", "is the key of no step of this item");
      }
      if (!codes.add(risk.code())) {
        row.refuse("riskPoints[" + i + "].code", "is the code of an earlier risk point");
      }
      if (risk.measures().isEmpty()) {
        row.refuse("riskPoints[" + i + "].measures", "at least one measure answers a risk point");
      }
    }
  }

  private static PowerItemDraft.Basis basis(RowReader row) {
    return new PowerItemDraft.Basis(
        row.text("law", NAME), row.textOrNull("article", 100), row.textOrNull("text", PROSE));
  }

  private static Material material(RowReader row) {
    return new Material(
        row.text("name", NAME),
        row.textOrNull("form", NAME),
        row.wholeOrNull("copies", 0, 1000),
        row.flag("required", true));
  }

  private static TimeLimit limit(RowReader row) {
    return new TimeLimit(row.whole("days", 0, 3660), row.choice("unit", DayUnit.class));
  }

  private static Fee fee(RowReader row) {
    return new Fee(
        row.text("name", NAME), row.text("standard", PROSE), row.textOrNull("basis", PROSE));
  }

  private static DiscretionRange discretion(RowReader row) {
    return new DiscretionRange(row.text("circumstance", PROSE), row.text("range", PROSE));
  }

  private static PowerItemDraft.Step step(RowReader row) {
    return new PowerItemDraft.Step(
        row.text("key", 64),
        row.text("name", NAME),
        row.textOrNull("post", NAME),
        row.textOrNull("handler", NAME),
        row.textOrNull("handlerPhone", 64),
        row.textOrNull("content", PROSE),
        row.textOrNull("result", PROSE),
        row.object("limit", PowerItemImport::limit),
        row.choices("clockStops", ClockStop.class),
        row.objects("next", PowerItemImport::edge));
  }

  private static FlowEdge edge(RowReader row) {
    return new FlowEdge(row.text("to", 64), row.textOrNull("condition", PROSE));
  }

  private static PowerItemDraft.Point point(RowReader row) {
    return new PowerItemDraft.Point(
        row.text("code", 64),
        row.text("step", 64),
        row.text("content", PROSE),
        row.textOrNull("method", PROSE));
  }

  private static PowerItemDraft.Risk risk(RowReader row) {
    return new PowerItemDraft.Risk(
        row.text("code", 64),
        row.choice("grade", RiskGrade.class),
        row.text("description", PROSE),
        row.textOrNull("step", 64),
        row.textOrNull("post", NAME),
        row.textOrNull("holder", NAME),
        row.objects("measures", PowerItemImport::measure));
  }

  private static PowerItemDraft.Measure measure(RowReader row) {
    return new PowerItemDraft.Measure(
        row.text("description", PROSE), row.textOrNull("duty", PROSE));
  }
}
