package org.heliograph.poweritem;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of a power item as an editor or importer gives it. Absent lists are empty. */
public record PowerItemDraft(
    @Nullable String basicCode,
    PowerCategory category,
    ExerciseLevel level,
    PowerSource source,
    @Nullable RiskGrade grade,
    @Nullable String post,
    @Nullable String responsiblePerson,
    @Nullable String contactPhone,
    List<String> duties,
    List<String> accountability,
    List<Basis> legalBases,
    @Nullable String conditions,
    List<Material> materials,
    @Nullable TimeLimit statutoryLimit,
    @Nullable TimeLimit promisedLimit,
    List<Fee> fees,
    List<DiscretionRange> discretion,
    @Nullable String counterpartRights,
    @Nullable String complaintChannel,
    @Nullable DisclosureManner manner,
    @Nullable PowerItemState state,
    @Nullable String stateReason,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveUntil,
    @Nullable String reviewRemark,
    List<Step> steps,
    List<Point> supervisionPoints,
    List<Risk> riskPoints) {

  public PowerItemDraft {
    duties = orEmpty(duties);
    accountability = orEmpty(accountability);
    legalBases = orEmpty(legalBases);
    materials = orEmpty(materials);
    fees = orEmpty(fees);
    discretion = orEmpty(discretion);
    manner = manner == null ? DisclosureManner.ACTIVE : manner;
    state = state == null ? PowerItemState.IN_FORCE : state;
    steps = orEmpty(steps);
    supervisionPoints = orEmpty(supervisionPoints);
    riskPoints = orEmpty(riskPoints);
  }

  /** A legal basis: law, article number and the text that the item rests on. */
  public record Basis(String law, @Nullable String article, @Nullable String text) {}

  /** One step of the process flow; {@code next} leads to the keys of the steps that may follow. */
  public record Step(
      String key,
      String name,
      @Nullable String post,
      @Nullable String handler,
      @Nullable String handlerPhone,
      @Nullable String content,
      @Nullable String result,
      @Nullable TimeLimit limit,
      List<ClockStop> clockStops,
      List<FlowEdge> next) {
    public Step {
      clockStops = orEmpty(clockStops);
      next = orEmpty(next);
    }
  }

  /** Where a step is watched. */
  public record Point(String code, String step, String content, @Nullable String method) {}

  /** What can go wrong at a step, at a post, or (with neither) at the organisation. */
  public record Risk(
      String code,
      RiskGrade grade,
      String description,
      @Nullable String step,
      @Nullable String post,
      @Nullable String holder,
      List<Measure> measures) {
    public Risk {
      measures = orEmpty(measures);
    }
  }

  /** What answers a risk. */
  public record Measure(String description, @Nullable String duty) {}

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
