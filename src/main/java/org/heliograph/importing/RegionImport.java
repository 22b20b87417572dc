package org.heliograph.importing;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.heliograph.directory.Directory;
import org.heliograph.directory.DirectoryWriter;
import org.heliograph.directory.Region;
import org.heliograph.directory.RegionDraft;
import org.jspecify.annotations.Nullable;

/**
 * Rows of divisions: with 12-digit codes, or as the statistics bureau lists them, one file a level
 * with short codes and the codes of the levels above.
 */
@Singleton
public class RegionImport extends ImportKind<RegionImport.Division> {
  private static final Pattern CODE =
      Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}");
  private static final int DIGITS = 12;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("code"),
          Column.text("name"),
          Column.text("parent"),
          Column.text("provinceCode"),
          Column.text("cityCode"),
          Column.text("areaCode"),
          Column.text("streetCode"));

  private final DirectoryWriter writer;
  private final Directory directory;

  public RegionImport(DirectoryWriter writer, Directory directory) {
    this.writer = writer;
    this.directory = directory;
  }

  /**
   * A division of a file.
   *
   * @param standIn whether it only stands in for the division above, as 东莞市 does in the list of
   *     counties because the city has none: both have the same code once it is padded
   */
  record Division(RegionDraft draft, boolean standIn) {}

  @Override
  public String word() {
    return "regions";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public int batchSize(ImportOptions options) {
    // a dry run undoes each batch, and divisions need those above them
    return options.dryRun() ? 1_000_000 : 2_000;
  }

  /** Shorter codes first: a division needs the one above it. */
  @Override
  public List<Path> inOrder(List<Path> files) throws IOException {
    var digits = new TreeMap<Path, Integer>();
    for (Path file : files) {
      digits.put(file, firstCode(file).map(String::length).orElse(DIGITS));
    }
    return files.stream().sorted(Comparator.comparing(digits::get)).toList();
  }

  private static Optional<String> firstCode(Path file) throws IOException {
    try (RowSource rows = RowSource.open(file, List.of())) {
      for (FileRow row = rows.next(); row != null; row = rows.next()) {
        var code = row.fields().get("code");
        if (row.broken() == null && code != null) {
          return Optional.of(code.asText());
        }
      }
      return Optional.empty();
    }
  }

  @Override
  protected void prepare(List<FileRow> rows) {
    directory.regions(
        mentioned(rows, "code").stream()
            .filter(code -> CODE.matcher(code).matches())
            .map(RegionImport::padded)
            .toList());
  }

  @Override
  protected Division read(RowReader row, ImportOptions options) {
    String short_ = row.text("code", 64);
    String code = code(row, "code", short_);
    String name = row.text("name", RowReader.NAME);
    String parent = null;
    for (String column : List.of("provinceCode", "cityCode", "areaCode", "streetCode", "parent")) {
      String given = row.textOrNull(column, 64);
      if (given != null) {
        parent = code(row, column, given);
      }
    }
    boolean standIn = code.equals(parent);
    return new Division(new RegionDraft(code, name, standIn ? null : parent), standIn);
  }

  private static String code(RowReader row, String column, String given) {
    if (!given.isEmpty() && !CODE.matcher(given).matches()) {
      row.refuse(column, "is a division code of 2, 4, 6, 9 or 12 digits");
    }
    return padded(given);
  }

  private static String padded(String code) {
    return code.length() >= DIGITS ? code : code + "0".repeat(DIGITS - code.length());
  }

  @Override
  protected String key(Division division) {
    return division.draft().code();
  }

  @Override
  protected List<Refusal> save(List<Division> batch, ImportOptions options, Progress progress) {
    var drafts = new ArrayList<RegionDraft>();
    for (Division division : batch) {
      drafts.add(division.standIn() ? standing(division.draft()) : division.draft());
    }
    var outcome =
        writer.saveRegions(
            drafts, (session, saved) -> progress.note(session, saved.written(), saved.unchanged()));
    return Refusals.of(outcome.refused(), drafts, RegionDraft::code);
  }

  /** What is there already, so that a stand-in never renames or moves it. */
  private RegionDraft standing(RegionDraft draft) {
    @Nullable Region known = directory.region(draft.code()).orElse(null);
    return known == null ? draft : new RegionDraft(known.code, known.name, known.parent);
  }
}
