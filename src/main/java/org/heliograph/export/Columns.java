package org.heliograph.export;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.heliograph.directory.RegionView;
import org.heliograph.graphql.AttachmentView;
import org.heliograph.graphql.RecordView;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * Collects the columns of one kind. Types and descriptions are those of the view's own accessors,
 * so that the dictionary says what the schema says.
 */
public final class Columns<V> {
  private final Class<V> view;
  private final List<ExportColumn<V>> all = new ArrayList<>();

  private Columns(Class<V> view) {
    this.view = view;
  }

  /** Starts with nothing. */
  public static <V> Columns<V> of(Class<V> view) {
    return new Columns<>(view);
  }

  /** Starts with what all records have. */
  public static <V extends RecordView> Columns<V> ofRecord(Class<V> view) {
    return new Columns<>(view)
        .add("id", "标识", RecordView::getId)
        .add("code", "编号", RecordView::getCode)
        .add("title", "标题", RecordView::getTitle)
        .add(
            "organisation",
            "公开单位",
            "Code of the organisation that owns the record.",
            v -> v.getOrganisation().code())
        .add(
            "organisationName",
            "公开单位名称",
            "Name of that organisation.",
            v -> v.getOrganisation().name())
        .add(
            "region",
            "行政区划",
            "12-digit code of the division that the record lies in.",
            v -> v.getRegion().code())
        .add(
            "regionName",
            "行政区划名称",
            "Names of the divisions from the province down, joined by a slash.",
            v -> pathName(v.getRegion()))
        .add("audience", "公开范围", RecordView::getAudience)
        .add("stage", "阶段", RecordView::getStage)
        .add("revision", "版本", RecordView::getRevision)
        .add("publishedAt", "公开时间", RecordView::getPublishedAt)
        .add("changedAt", "更新时间", RecordView::getChangedAt)
        .add("expiresAt", "公开截止时间", RecordView::getExpiresAt)
        .add("changeNote", "更正说明", RecordView::getChangeNote)
        .list("attachments", "附件", RecordView::getAttachments, AttachmentView::name);
  }

  private static String pathName(RegionView region) {
    return region.pathName();
  }

  /** A scalar of the view that everybody may read. */
  public Columns<V> add(String name, String heading, Function<V, @Nullable Object> value) {
    return add(name, heading, FieldClass.OPEN, value);
  }

  /** A scalar of the view that only some may read. */
  public Columns<V> add(
      String name, String heading, FieldClass fieldClass, Function<V, @Nullable Object> value) {
    Method accessor = accessor(name);
    CellType type = CellType.of(accessor.getReturnType());
    if (type == CellType.NESTED) {
      throw new IllegalArgumentException(name + " is no scalar: use nested");
    }
    all.add(
        new ExportColumn<>(
            name,
            heading,
            description(accessor),
            type,
            fieldClass,
            ExportColumn.words(accessor.getReturnType()),
            value,
            Object::toString));
    return this;
  }

  /** A text that stands in no field of its own in the schema. */
  public Columns<V> add(
      String name, String heading, String description, Function<V, @Nullable Object> value) {
    return add(name, heading, description, CellType.TEXT, value);
  }

  /** A scalar that stands in no field of its own in the schema. */
  public Columns<V> add(
      String name,
      String heading,
      String description,
      CellType type,
      Function<V, @Nullable Object> value) {
    all.add(
        new ExportColumn<>(
            name, heading, description, type, FieldClass.OPEN, List.of(), value, Object::toString));
    return this;
  }

  /**
   * A list of the view: its whole structure in JSON Lines, its elements' words joined elsewhere.
   */
  public <T> Columns<V> list(
      String name, String heading, Function<V, List<T>> value, Function<T, String> words) {
    return nested(
        name,
        heading,
        v -> value.apply(v).isEmpty() ? null : value.apply(v),
        all -> all.stream().map(words).collect(Collectors.joining("；")));
  }

  /** An object of the view. */
  @SuppressWarnings("unchecked") // the text is made of what the value gave
  public <T> Columns<V> nested(
      String name, String heading, Function<V, @Nullable T> value, Function<T, String> words) {
    all.add(
        new ExportColumn<>(
            name,
            heading,
            description(accessor(name)),
            CellType.NESTED,
            FieldClass.OPEN,
            List.of(),
            value::apply,
            given -> words.apply((T) given)));
    return this;
  }

  public List<ExportColumn<V>> all() {
    return List.copyOf(all);
  }

  private Method accessor(String name) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (String candidate : List.of("get" + capital, "is" + capital, name)) {
      try {
        return view.getMethod(candidate);
      } catch (NoSuchMethodException e) {
        // the next form of its name
      }
    }
    throw new IllegalArgumentException(view.getSimpleName() + " has no " + name);
  }

  /** Of a record's component, whose accessor carries what the component was given. */
  private static String description(Method accessor) {
    Description description = accessor.getAnnotation(Description.class);
    if (description == null) {
      throw new IllegalArgumentException(accessor + " is not described");
    }
    return description.value();
  }
}
