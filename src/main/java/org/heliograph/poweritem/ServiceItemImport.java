package org.heliograph.poweritem;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.heliograph.directory.Directory;
import org.heliograph.directory.DirectoryWriter;
import org.heliograph.directory.OrganisationDraft;
import org.heliograph.directory.OrganisationKind;
import org.heliograph.directory.RegionDraft;
import org.heliograph.importing.Column;
import org.heliograph.importing.FileRow;
import org.heliograph.importing.ImportOptions;
import org.heliograph.importing.RecordImport;
import org.heliograph.importing.RowReader;
import org.heliograph.record.Origin;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RegionCode;
import org.heliograph.store.DraftWriter;

/**
 * Rows of a government service platform's list of items: one item with its department. Departments
 * that are not known yet become organisations; a department that the list gives several codes is
 * one organisation, under the first of them. A main item 主项 groups items there and has no place
 * here.
 */
@Singleton
public class ServiceItemImport extends RecordImport<PowerItem> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("department"),
          Column.text("mainItem"),
          Column.text("name"),
          Column.text("itemCode"),
          Column.text("taskType"),
          Column.text("deptCode"),
          Column.text("areaCode"));

  /** National codes of power categories, as the platform writes them. */
  private static final Map<String, PowerCategory> TASK_TYPES =
      Map.ofEntries(
          Map.entry("1", PowerCategory.LICENSING),
          Map.entry("2", PowerCategory.PENALTY),
          Map.entry("3", PowerCategory.COERCION),
          Map.entry("4", PowerCategory.LEVY),
          Map.entry("5", PowerCategory.PAYMENT),
          Map.entry("6", PowerCategory.INSPECTION),
          Map.entry("7", PowerCategory.CONFIRMATION),
          Map.entry("8", PowerCategory.REWARD),
          Map.entry("9", PowerCategory.ADJUDICATION),
          Map.entry("10", PowerCategory.OTHER),
          Map.entry("20", PowerCategory.PUBLIC_SERVICE));

  private record Department(String region, String name) {}

  private final Directory directory;
  private final DirectoryWriter directoryWriter;

  /** Read by the thread that reads ahead, written by it and emptied at the start of a file. */
  private final Map<Department, String> codes = new ConcurrentHashMap<>();

  private final Map<String, OrganisationDraft> unknown = new ConcurrentHashMap<>();

  public ServiceItemImport(
      PowerItemType type,
      DraftWriter writer,
      Directory directory,
      DirectoryWriter directoryWriter) {
    super(type, writer, directory);
    this.directory = directory;
    this.directoryWriter = directoryWriter;
  }

  @Override
  public String word() {
    return "power-items";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("itemCode");
  }

  @Override
  protected void begin() {
    codes.clear();
    unknown.clear();
  }

  @Override
  protected void prepare(List<FileRow> rows) {
    directory.organisations(mentioned(rows, "deptCode"));
    for (FileRow row : rows) {
      var department = new Department(row.word("areaCode"), row.word("department"));
      String code = row.word("deptCode");
      if (!department.name().isEmpty()
          && !code.isEmpty()
          && RegionCode.parse(department.region()).isPresent()) {
        codes.computeIfAbsent(department, key -> organisation(key, code));
      }
    }
  }

  /** The department's code if it is known by name or code, else the one that the list gives it. */
  private String organisation(Department department, String code) {
    var known = directory.organisation(department.region(), department.name());
    if (known.isPresent()) {
      return known.get().code;
    }
    if (directory.organisation(code).isEmpty()) {
      unknown.put(
          code,
          new OrganisationDraft(
              code,
              department.name(),
              null,
              OrganisationKind.GOVERNMENT,
              null,
              department.region()));
    }
    return code;
  }

  @Override
  protected Head head(RowReader row, ImportOptions options) {
    String area = row.text("areaCode", 64);
    var region = RegionCode.parse(area);
    if (region.isEmpty() && !area.isEmpty()) {
      row.refuse("areaCode", "is a division code of 12 digits");
    }
    String code = row.text("deptCode", 64);
    String name = row.text("department", RowReader.NAME);
    return new Head(
        row.text("itemCode", 64),
        row.text("name", RowReader.NAME),
        codes.getOrDefault(new Department(area, name), code),
        region.orElse(RegionCode.NATION),
        Audience.PUBLIC,
        null,
        null,
        options.publish(),
        null,
        null);
  }

  @Override
  protected Function<Origin, PowerItem> content(RowReader row) {
    PowerCategory category = TASK_TYPES.get(row.text("taskType", 8));
    if (category == null && row.has("taskType")) {
      row.refuse("taskType", "is one of 1 to 10 and 20");
    }
    PowerCategory known = category == null ? PowerCategory.OTHER : category;
    return origin -> PowerItem.draft(bare(known, level(origin.region().level())), origin);
  }

  private static ExerciseLevel level(RegionCode.Level level) {
    return switch (level) {
      case NATION -> ExerciseLevel.NATIONAL;
      case PROVINCE -> ExerciseLevel.PROVINCIAL;
      case CITY -> ExerciseLevel.CITY;
      case COUNTY -> ExerciseLevel.COUNTY;
      case TOWNSHIP -> ExerciseLevel.TOWNSHIP;
      case VILLAGE -> ExerciseLevel.VILLAGE;
    };
  }

  /** An item of which the list says no more than its name and category. */
  private static PowerItemDraft bare(PowerCategory category, ExerciseLevel level) {
    return new PowerItemDraft(
        null,
        category,
        level,
        PowerSource.STATUTORY,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  protected List<Refusal> save(
      List<DraftWriter.Draft<PowerItem>> batch, ImportOptions options, Progress progress) {
    var wanted = new LinkedHashMap<String, OrganisationDraft>();
    for (var draft : batch) {
      OrganisationDraft organisation = unknown.get(draft.row().organisation);
      if (organisation != null) {
        wanted.put(organisation.code(), organisation);
      }
    }
    if (options.dryRun() && !wanted.isEmpty()) {
      // their organisations do not exist to be tried with
      progress.pretend(batch.size());
    }
    if (!wanted.isEmpty()) {
      found(List.copyOf(wanted.values()));
    }
    return super.save(batch, options, progress);
  }

  /** Makes organisations of departments; a place that is not known yet goes by its code. */
  private void found(List<OrganisationDraft> departments) {
    var places = new HashMap<String, RegionDraft>();
    var known = directory.regions(departments.stream().map(OrganisationDraft::region).toList());
    for (OrganisationDraft department : departments) {
      String region = department.region();
      if (!known.containsKey(region)) {
        places.put(region, new RegionDraft(region, region, null));
      }
    }
    if (!places.isEmpty()) {
      directoryWriter.saveRegions(List.copyOf(places.values()), (session, saved) -> {});
    }
    directoryWriter.saveOrganisations(departments, (session, saved) -> {});
    departments.forEach(department -> unknown.remove(department.code()));
  }
}
