package org.heliograph.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.heliograph.shared.RecordKind;

/** How each kind is shown, by its kind. */
@ApplicationScoped
public class AllViews {
  private final Map<RecordKind, Views<?, ?>> views = new EnumMap<>(RecordKind.class);

  public AllViews(@Any Instance<Views<?, ?>> all) {
    all.forEach(each -> views.put(each.type().kind(), each));
  }

  /** Empty for a kind that is not shown. */
  public Optional<Views<?, ?>> of(RecordKind kind) {
    return Optional.ofNullable(views.get(kind));
  }
}
