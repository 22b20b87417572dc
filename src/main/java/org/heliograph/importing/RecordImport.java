package org.heliograph.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.heliograph.directory.Directory;
import org.heliograph.directory.Organisation;
import org.heliograph.record.Origin;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.Publicised;
import org.heliograph.record.RecordType;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RegionCode;
import org.heliograph.store.DraftWriter;
import org.jspecify.annotations.Nullable;

/** How rows become records of one kind: drafts, or published ones where the operator says so. */
public abstract class RecordImport<E extends PublicRecord>
    extends ImportKind<DraftWriter.Draft<E>> {
  /** What all kinds of records have in common. */
  protected static final List<Column> COMMON =
      List.of(
          Column.text("code").labelled("编号").required().noted("本单位内唯一，最多64个字符"),
          Column.text("title").labelled("标题").noted("不超过500字"),
          Column.text("organisation").labelled("公开单位").required().noted("单位编码，须已在系统中登记"),
          Column.text("region").labelled("行政区划").noted("12位行政区划代码；不填则为公开单位所在区划"),
          Column.text("audience").labelled("公开范围").oneOf(Audience.class),
          Column.text("stage").labelled("阶段").noted("DRAFT 或 PUBLISHED；一般不填"),
          Column.text("visibleFrom").labelled("公开起始时间").noted("如 2026-03-01T00:00:00Z；不填则发布即公开"),
          Column.text("visibleUntil").labelled("公开截止时间").noted("如 2026-12-31T00:00:00Z；不填则一直公开"),
          Column.text("publishedAt").labelled("公开时间").noted("曾在别处公开的，填首次公开时间"),
          Column.text("changeNote").labelled("更正说明").noted("更正已公开记录时必填，向公众说明改了什么"));

  /** How long records that the public may object to stand open to it. */
  protected static final List<Column> PUBLICITY =
      List.of(
          Column.text("publicityDays").labelled("公示工作日数").noted("自公开之日起计算；与公示截止日期填一项即可"),
          Column.date("publicityFrom").labelled("公示开始日期"),
          Column.date("publicityUntil").labelled("公示截止日期"));

  private static final int LONGEST_PUBLICITY = 250;

  private final RecordType<E> type;
  private final DraftWriter writer;
  private final Directory directory;

  protected RecordImport(RecordType<E> type, DraftWriter writer, Directory directory) {
    this.type = type;
    this.writer = writer;
    this.directory = directory;
  }

  /**
   * What every record says of itself.
   *
   * @param title blank where the kind makes it
   */
  public record Head(
      String code,
      String title,
      String organisation,
      RegionCode region,
      Audience audience,
      @Nullable Instant visibleFrom,
      @Nullable Instant visibleUntil,
      boolean publish,
      @Nullable Instant publishedAt,
      @Nullable String changeNote) {}

  /** Reads what is the kind's own; the record is made of it once the row is known to be good. */
  protected abstract @Nullable Function<Origin, E> content(RowReader row);

  /** Whether a row must bring its title. */
  protected boolean titled() {
    return true;
  }

  /** The kind of the records. */
  public RecordType<E> type() {
    return type;
  }

  protected Directory directory() {
    return directory;
  }

  @Override
  protected void prepare(List<FileRow> rows) {
    var organisations = directory.organisations(mentioned(rows, "organisation"));
    var regions = mentioned(rows, "region");
    organisations.values().forEach(organisation -> regions.add(organisation.region));
    directory.regions(regions);
  }

  @Override
  protected DraftWriter.@Nullable Draft<E> read(RowReader row, ImportOptions options) {
    Head head = head(row, options);
    Function<Origin, E> content = content(row);
    Consumer<Publicised> announced =
        Publicised.class.isAssignableFrom(type.entity()) ? publicity(row) : each -> {};
    if (row.refused() || content == null) {
      return null;
    }
    var origin =
        new Origin(
            head.code(),
            head.title(),
            head.organisation(),
            head.region(),
            head.audience(),
            head.visibleFrom(),
            head.visibleUntil(),
            head.changeNote(),
            row.digest(),
            options.at(),
            options.authority().actor());
    E made = content.apply(origin);
    if (made instanceof Publicised publicised) {
      announced.accept(publicised);
    }
    return new DraftWriter.Draft<>(made, head.publish(), head.publishedAt());
  }

  private static Consumer<Publicised> publicity(RowReader row) {
    Integer days = row.wholeOrNull("publicityDays", 1, LONGEST_PUBLICITY);
    LocalDate from = row.dateOrNull("publicityFrom");
    LocalDate until = row.dateOrNull("publicityUntil");
    if (days != null && until != null) {
      row.refuse("publicityUntil", "give the last day or publicityDays, not both");
    }
    if (from != null && days == null && until == null) {
      row.refuse(
          "publicityFrom", "begins a period: say when it ends by publicityDays or publicityUntil");
    }
    if (from != null && until != null && until.isBefore(from)) {
      row.refuse("publicityUntil", "must not lie before publicityFrom");
    }
    return made -> made.announce(days, from, until);
  }

  /** Reads the common part. */
  protected Head head(RowReader row, ImportOptions options) {
    String code = row.text("code", 64);
    if (code.codePoints().anyMatch(RecordImport::isInvisible)) {
      row.refuse("code", "has a line break or an invisible character: take it out");
    }
    String title = titled() ? row.text("title", RowReader.NAME) : orBlank(row);
    String organisation = organisation(row, options);
    var owner = organisation.isEmpty() ? null : directory.organisation(organisation).orElse(null);
    if (owner == null && !organisation.isEmpty()) {
      row.refuse("organisation", "is not a known organisation: import organisations first");
    }
    RegionCode region = region(row, owner);
    Audience audience = row.choiceOrNull("audience", Audience.class);
    Instant from = row.instantOrNull("visibleFrom");
    Instant until = row.instantOrNull("visibleUntil");
    if (from != null && until != null && !from.isBefore(until)) {
      row.refuse("visibleUntil", "lies before visibleFrom");
    }
    Instant published = row.instantOrNull("publishedAt");
    if (published != null && published.isAfter(options.at())) {
      row.refuse("publishedAt", "lies in the future: use visibleFrom for a later publication");
    }
    return new Head(
        code,
        title,
        organisation,
        region,
        audience == null ? Audience.PUBLIC : audience,
        from,
        until,
        options.publishes(row),
        published,
        row.textOrNull("changeNote", RowReader.PROSE));
  }

  /** An editor's import is of one organisation, which its rows need not name. */
  private static String organisation(RowReader row, ImportOptions options) {
    ImportOptions.Bounds bounds = options.bounds();
    if (bounds == null) {
      return row.text("organisation", 64);
    }
    String given = row.textOrNull("organisation", 64);
    if (given != null && !given.equals(bounds.organisation())) {
      row.refuse(
          "organisation",
          "is not %s, for which this file was uploaded: leave it out, or upload the row for its own organisation"
              .formatted(bounds.organisation()));
    }
    return bounds.organisation();
  }

  private static boolean isInvisible(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  private static String orBlank(RowReader row) {
    String title = row.textOrNull("title", RowReader.NAME);
    return title == null ? "" : title;
  }

  private RegionCode region(RowReader row, @Nullable Organisation owner) {
    String given = row.textOrNull("region", 64);
    if (given == null) {
      return owner == null ? RegionCode.NATION : new RegionCode(owner.region);
    }
    var code = RegionCode.parse(given);
    if (code.isEmpty()) {
      row.refuse("region", "is a division code of 12 digits, padded with zeros");
    } else if (directory.region(given).isEmpty()) {
      row.refuse("region", "is not a known division: import regions first");
    }
    return code.orElse(RegionCode.NATION);
  }

  @Override
  protected String key(DraftWriter.Draft<E> draft) {
    return draft.row().organisation + '\u001f' + draft.row().code;
  }

  private static Refusal refusal(DraftWriter.Refused refused) {
    return new Refusal(refused.index(), refused.field(), refused.reason());
  }

  @Override
  protected List<Refusal> save(
      List<DraftWriter.Draft<E>> batch, ImportOptions options, Progress progress) {
    batch.forEach(draft -> draft.row().comeWith(progress.run()));
    writer.save(
        type,
        batch,
        options.authority(),
        options.bounds() == null ? DraftWriter.Rule.OPERATOR : DraftWriter.Rule.EDITOR,
        (session, saved) -> {
          progress.refuse(saved.refused().stream().map(RecordImport::refusal).toList());
          progress.note(session, saved.written(), saved.unchanged());
        });
    return List.of();
  }
}
