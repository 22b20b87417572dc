package org.heliograph.store;

import java.util.HashMap;
import java.util.Map;
import org.heliograph.record.Difference;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.jspecify.annotations.Nullable;

/** What the trail tells of a change of content. */
final class ChangeDetail {
  private ChangeDetail() {}

  static <E extends PublicRecord> Map<String, Object> of(RecordType<E> type, E before, E after) {
    var diff = new HashMap<String, Object>();
    for (Difference each : Difference.between(type, before, after)) {
      diff.put(each.field(), told(each));
    }
    // of what is no field of the engines (who reported, the person's key) only that it changed
    for (String name : RecordTexts.differing(before, after)) {
      diff.putIfAbsent(name, Map.of("class", name.equals("reporter") ? "REPORTER" : "PERSONAL"));
    }
    return diff.isEmpty() ? Map.of() : Map.of("changes", diff);
  }

  /** Values of open and internal fields; of any other only that it changed. */
  private static Map<String, Object> told(Difference each) {
    var told = new HashMap<String, Object>();
    told.put("class", each.fieldClass().name());
    switch (each.fieldClass()) {
      case OPEN, INTERNAL -> {
        told.put("before", text(each.before()));
        told.put("after", text(each.after()));
      }
      case PERSONAL, REPORTER -> {}
    }
    return told;
  }

  private static @Nullable Object text(@Nullable Object value) {
    return value instanceof Iterable<?> || value == null ? value : value.toString();
  }
}
