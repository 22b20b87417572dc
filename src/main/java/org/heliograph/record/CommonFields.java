package org.heliograph.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.heliograph.visibility.FieldClass;

/** Fields that all kinds have, or that several have in the same shape. */
public final class CommonFields {
  /** The field that holds a record's place in the tree of categories. */
  public static final String CATEGORY_PATH = "categoryPath";

  private CommonFields() {}

  static <E extends PublicRecord> List<RecordField<E>> all() {
    var all = new ArrayList<RecordField<E>>();
    all.add(
        RecordField.<E>of("title", FieldClass.OPEN, FieldType.TEXT, r -> r.title).column("title"));
    all.add(
        RecordField.<E>of("code", FieldClass.OPEN, FieldType.KEYWORD, r -> r.code)
            .column("code")
            .filter()
            .sort()
            .identifier());
    all.add(
        RecordField.<E>of("organisation", FieldClass.OPEN, FieldType.KEYWORD, r -> r.organisation)
            .column("organisation")
            .filter()
            .facet());
    all.add(
        RecordField.<E>of("region", FieldClass.OPEN, FieldType.KEYWORD, PublicRecord::regionPath)
            .filter()
            .facet());
    all.add(
        RecordField.<E>of("stage", FieldClass.OPEN, FieldType.KEYWORD, r -> r.stage.name())
            .column("stage")
            .filter());
    all.add(
        RecordField.<E>of("audience", FieldClass.OPEN, FieldType.KEYWORD, r -> r.audience.name())
            .column("audience")
            .filter());
    all.add(
        RecordField.<E>of("revision", FieldClass.OPEN, FieldType.INTEGER, r -> r.revision)
            .column("revision"));
    all.add(
        RecordField.<E>of("visibleFrom", FieldClass.OPEN, FieldType.INSTANT, r -> r.visibleFrom)
            .column("visible_from"));
    all.add(
        RecordField.<E>of("visibleUntil", FieldClass.OPEN, FieldType.INSTANT, r -> r.visibleUntil)
            .column("visible_until"));
    all.add(
        RecordField.<E>of("publishedAt", FieldClass.OPEN, FieldType.INSTANT, r -> r.publishedAt)
            .column("published_at")
            .filter()
            .sort());
    all.add(
        RecordField.<E>of("changedAt", FieldClass.OPEN, FieldType.INSTANT, r -> r.changedAt)
            .column("changed_at"));
    for (FieldClass each : List.of(FieldClass.OPEN, FieldClass.INTERNAL, FieldClass.PERSONAL)) {
      all.add(RecordField.of(attachments(each), each, FieldType.TEXT, r -> words(r, each)));
    }
    return all;
  }

  /**
   * The place of a record in the tree of categories: its kind, each branch below it, and the
   * category, every one of them written with what stands above it.
   *
   * @param below what stands below the kind, from the top down
   */
  public static <E extends PublicRecord> RecordField<E> categoryPath(
      Function<E, List<String>> below) {
    return RecordField.<E>of(
            CATEGORY_PATH,
            FieldClass.OPEN,
            FieldType.KEYWORD,
            row -> {
              var path = new ArrayList<String>();
              path.add(row.kind().name());
              below.apply(row).forEach(each -> path.add(path.getLast() + "/" + each));
              return path;
            })
        .filter()
        .facet();
  }

  /** The field that holds what attachments of a class say. */
  public static String attachments(FieldClass readers) {
    return switch (readers) {
      case OPEN -> "attachments";
      case INTERNAL -> "internalAttachments";
      case PERSONAL -> "restrictedAttachments";
      case REPORTER -> throw new IllegalArgumentException("no attachment is for reporters alone");
    };
  }

  /** Names, notes and texts of the attachments that these may read, and that still stand. */
  private static List<String> words(PublicRecord row, FieldClass readers) {
    var words = new ArrayList<String>();
    for (Attachment each : row.attachments()) {
      if (each.fieldClass() == readers && each.withdrawal() == null) {
        words.add(each.note() == null ? each.name() : each.name() + " " + each.note());
        String text = each.file() == null ? null : row.fileTexts.get(each.file());
        if (text != null) {
          words.add(text);
        }
      }
    }
    return words;
  }
}
