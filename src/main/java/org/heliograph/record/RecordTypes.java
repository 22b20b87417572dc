package org.heliograph.record;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.shared.RecordKind;

/** The kinds that this service knows, found by their descriptors. */
@ApplicationScoped
public class RecordTypes {
  private final Map<RecordKind, RecordType<?>> types = new EnumMap<>(RecordKind.class);

  public RecordTypes(@All List<RecordType<?>> all) {
    all.forEach(type -> types.put(type.kind(), type));
  }

  public RecordType<?> of(RecordKind kind) {
    RecordType<?> type = types.get(kind);
    if (type == null) {
      throw new IllegalArgumentException("no record type describes " + kind);
    }
    return type;
  }

  public Set<RecordKind> kinds() {
    return types.keySet();
  }

  public Collection<RecordType<?>> all() {
    return types.values();
  }
}
