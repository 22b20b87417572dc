package org.heliograph.poweritem;

import static org.heliograph.record.FieldType.DATE;
import static org.heliograph.record.FieldType.KEYWORD;
import static org.heliograph.record.FieldType.TEXT;
import static org.heliograph.visibility.FieldClass.INTERNAL;
import static org.heliograph.visibility.FieldClass.OPEN;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.record.ChildType;
import org.heliograph.record.CommonFields;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordType;
import org.heliograph.shared.RecordKind;

/** How power items describe themselves to the engines. */
@Singleton
public class PowerItemType extends RecordType<PowerItem> {
  private static final Pattern MEASURE = Pattern.compile("measures\\[([0-9]+)](.*)");

  static final ChildType<PowerItem, LegalBasis> LEGAL_BASES =
      new ChildType<>(
          LegalBasis.class,
          "legal_basis",
          "item_id, seq",
          c -> c.itemId,
          (c, id) -> c.itemId = id,
          i -> i.legalBases,
          (i, all) -> i.legalBases = all);
  static final ChildType<PowerItem, ProcessStep> STEPS =
      new ChildType<>(
          ProcessStep.class,
          "process_step",
          "item_id, seq",
          c -> c.itemId,
          (c, id) -> c.itemId = id,
          i -> i.steps,
          (i, all) -> i.steps = all);
  static final ChildType<PowerItem, SupervisionPoint> SUPERVISION_POINTS =
      new ChildType<>(
          SupervisionPoint.class,
          "supervision_point",
          "item_id, seq",
          c -> c.itemId,
          (c, id) -> c.itemId = id,
          i -> i.supervisionPoints,
          (i, all) -> i.supervisionPoints = all);
  static final ChildType<PowerItem, RiskPoint> RISK_POINTS =
      new ChildType<>(
          RiskPoint.class,
          "risk_point",
          "item_id, seq",
          c -> c.itemId,
          (c, id) -> c.itemId = id,
          i -> i.riskPoints,
          (i, all) -> i.riskPoints = all);
  static final ChildType<PowerItem, ControlMeasure> MEASURES =
      new ChildType<>(
          ControlMeasure.class,
          "control_measure",
          "item_id, risk_seq, seq",
          c -> c.itemId,
          (c, id) -> c.itemId = id,
          i -> i.measures,
          (i, all) -> i.measures = all);

  public PowerItemType() {
    super(
        List.of(
            RecordField.<PowerItem>of("basicCode", OPEN, KEYWORD, i -> i.basicCode)
                .column("basic_code")
                .filter()
                .identifier(),
            RecordField.<PowerItem>of("category", OPEN, KEYWORD, i -> i.category.name())
                .column("category")
                .filter()
                .facet(),
            CommonFields.categoryPath(i -> i.category.path()),
            RecordField.<PowerItem>of("level", OPEN, KEYWORD, i -> i.level.name())
                .column("level")
                .filter()
                .facet(),
            RecordField.<PowerItem>of("source", OPEN, KEYWORD, i -> i.source.name())
                .column("source")
                .filter(),
            RecordField.<PowerItem>of(
                    "grade", OPEN, KEYWORD, i -> i.grade == null ? null : i.grade.name())
                .column("grade")
                .filter()
                .facet(),
            RecordField.<PowerItem>of("state", OPEN, KEYWORD, i -> i.state.name())
                .column("state")
                .filter()
                .facet(),
            RecordField.<PowerItem>of("effectiveFrom", OPEN, DATE, i -> i.effectiveFrom)
                .column("effective_from"),
            text("post", i -> i.post),
            text("duties", i -> i.duties),
            text("accountability", i -> i.accountability),
            text("conditions", i -> i.conditions),
            text("materials", i -> i.materials.stream().map(Material::name).toList()),
            text("legalBases", PowerItemType::bases),
            text("steps", i -> i.steps.stream().map(PowerItemType::words).toList()),
            text("riskPoints", i -> i.riskPoints.stream().map(risk -> risk.description).toList()),
            text("measures", i -> i.measures.stream().map(measure -> measure.description).toList()),
            RecordField.of("reviewRemark", INTERNAL, TEXT, i -> i.reviewRemark)));
  }

  private static RecordField<PowerItem> text(
      String name, Function<PowerItem, @org.jspecify.annotations.Nullable Object> value) {
    return RecordField.of(name, OPEN, TEXT, value);
  }

  private static List<String> bases(PowerItem item) {
    return item.legalBases.stream().map(b -> b.law + (b.article == null ? "" : b.article)).toList();
  }

  private static String words(ProcessStep step) {
    return step.content == null ? step.name : step.name + " " + step.content;
  }

  /** Measures stand with their risk points there. */
  @Override
  public String inputPath(PowerItem row, String path) {
    Matcher measure = MEASURE.matcher(path);
    if (!measure.matches()) {
      return path;
    }
    ControlMeasure which = row.measures.get(Integer.parseInt(measure.group(1)));
    int risk = 0;
    while (row.riskPoints.get(risk).seq != which.riskSeq) {
      risk++;
    }
    long before =
        row.measures.stream()
            .takeWhile(each -> each != which)
            .filter(each -> each.riskSeq == which.riskSeq)
            .count();
    return "riskPoints[%d].measures[%d]%s".formatted(risk, before, measure.group(2));
  }

  @Override
  public RecordKind kind() {
    return RecordKind.POWER_ITEM;
  }

  @Override
  public Class<PowerItem> entity() {
    return PowerItem.class;
  }

  @Override
  public String defaultSort() {
    return "publishedAt";
  }

  @Override
  public List<ChildType<PowerItem, ?>> children() {
    return List.of(LEGAL_BASES, STEPS, SUPERVISION_POINTS, RISK_POINTS, MEASURES);
  }
}
