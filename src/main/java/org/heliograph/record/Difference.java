package org.heliograph.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * What one revision says differently from another, field by field.
 *
 * @param before null where the earlier revision says nothing; otherwise a scalar or a list
 */
public record Difference(
    String field, FieldClass fieldClass, @Nullable Object before, @Nullable Object after) {
  /** What the workflow changes by itself. */
  private static final Set<String> NOT_CONTENT =
      Set.of("stage", "revision", "publishedAt", "changedAt", "annulledOn", "withdrawalDue");

  /** The fields whose values differ; both revisions have their children attached. */
  public static <E extends PublicRecord> List<Difference> between(
      RecordType<E> type, E before, E after) {
    var all = new ArrayList<Difference>();
    for (RecordField<E> field : type.fields()) {
      if (!NOT_CONTENT.contains(field.name())) {
        Object old = field.value().apply(before);
        Object now = field.value().apply(after);
        if (!Objects.equals(old, now)) {
          all.add(new Difference(field.name(), field.fieldClass(), old, now));
        }
      }
    }
    return all;
  }
}
