package org.heliograph.poweritem;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.editing.RecordInput;
import org.jspecify.annotations.Nullable;

/** The content of a power item 权力事项. */
@Input("PowerItemInput")
@Description("The content of a power item 权力事项.")
public class PowerItemInput extends RecordInput {
  @Nullable
  @Description("基本编码 code in the national catalogue; up to 64 characters.")
  public String basicCode;

  @NonNull
  @Description("权力类型 category.")
  public PowerCategory category;

  @NonNull
  @Description("行使层级 level at which it is exercised.")
  public ExerciseLevel level;

  @NonNull
  @Description("权力来源 source.")
  public PowerSource source;

  @Nullable
  @Description("Integrity risk grade of the item itself.")
  public RiskGrade grade;

  @Nullable
  @Description("Responsible post.")
  public String post;

  @Nullable
  @Description("Responsible person; for people in office.")
  public String responsiblePerson;

  @Nullable
  @Description("Office telephone; for people in office.")
  public String contactPhone;

  @Nullable
  @Description("责任事项 what the holder must do.")
  public List<@NonNull String> duties;

  @Nullable
  @Description("追责情形 when the holder answers for it.")
  public List<@NonNull String> accountability;

  @Nullable
  @Description("设定依据 laws that it rests on.")
  public List<@NonNull BasisInput> legalBases;

  @Nullable
  @Description("Conditions for the applicant.")
  public String conditions;

  @Nullable
  @Description("Materials to hand in.")
  public List<@NonNull MaterialInput> materials;

  @Nullable
  @Description("法定时限 time limit by law.")
  public LimitInput statutoryLimit;

  @Nullable
  @Description("承诺时限 time limit promised.")
  public LimitInput promisedLimit;

  @Nullable
  @Description("Fees with their basis.")
  public List<@NonNull FeeInput> fees;

  @Nullable
  @Description("裁量基准 discretion ranges.")
  public List<@NonNull DiscretionInput> discretion;

  @Nullable
  @Description("Rights of the counterpart.")
  public String counterpartRights;

  @Nullable
  @Description("Where to complain.")
  public String complaintChannel;

  @Nullable
  @Description("Manner of disclosure; ACTIVE when absent.")
  public DisclosureManner manner;

  @Nullable
  @Description("State; IN_FORCE when absent.")
  public PowerItemState state;

  @Nullable
  @Description("Why the state is what it is.")
  public String stateReason;

  @Nullable
  @Description("First day of effect.")
  public LocalDate effectiveFrom;

  @Nullable
  @Description("Last day of effect.")
  public LocalDate effectiveUntil;

  @Nullable
  @Description("Remark for people in office.")
  public String reviewRemark;

  @Nullable
  @Description("Steps of the process flow 流程.")
  public List<@NonNull ProcessStepInput> steps;

  @Nullable
  @Description("监察点 where steps are watched.")
  public List<@NonNull PointInput> supervisionPoints;

  @Nullable
  @Description("廉政风险点 risk points, each with at least one measure.")
  public List<@NonNull RiskPointInput> riskPoints;

  /** A law, article and text that a power item rests on. */
  @Input("LegalBasisInput")
  @Description("A law, article and text that a power item rests on.")
  public static class BasisInput {
    @NonNull
    @Description("Name of the law.")
    public String law;

    @Nullable
    @Description("Article, for example 第五十四条.")
    public String article;

    @Nullable
    @Description("Its text.")
    public String text;
  }

  /** A material to hand in. */
  @Input("MaterialInput")
  @Description("A material to hand in.")
  public static class MaterialInput {
    @NonNull
    @Description("Name of the material.")
    public String name;

    @Nullable
    @Description("Form, for example original, copy, electronic.")
    public String form;

    @Nullable
    @Description("Number of copies; 0 to 1000.")
    public Integer copies;

    @Nullable
    @Description("Whether the application is incomplete without it; true when absent.")
    public Boolean required;
  }

  /** A time limit. */
  @Input("TimeLimitInput")
  @Description("A time limit.")
  public static class LimitInput {
    @NonNull
    @Description("Number of days, 0 for at once 即办; up to 3660.")
    public Integer days;

    @NonNull
    @Description("Whether working or calendar days count.")
    public DayUnit unit;
  }

  /** A fee. */
  @Input("FeeInput")
  @Description("A fee.")
  public static class FeeInput {
    @NonNull
    @Description("Name of the fee.")
    public String name;

    @NonNull
    @Description("Standard, in words and CNY.")
    public String standard;

    @Nullable
    @Description("The document that it rests on.")
    public String basis;
  }

  /** A discretion range 裁量基准. */
  @Input("DiscretionRangeInput")
  @Description("A discretion range 裁量基准.")
  public static class DiscretionInput {
    @NonNull
    @Description("The circumstances 情节.")
    public String circumstance;

    @NonNull
    @Description("The range of the penalty 幅度.")
    public String range;
  }

  /** Where a step is watched 监察点. */
  @Input("SupervisionPointInput")
  @Description("Where a step is watched 监察点.")
  public static class PointInput {
    @NonNull
    @Description("Code of the point.")
    public String code;

    @NonNull
    @Description("Key of the step.")
    public String step;

    @NonNull
    @Description("What is watched.")
    public String content;

    @Nullable
    @Description("How.")
    public String method;
  }
}
