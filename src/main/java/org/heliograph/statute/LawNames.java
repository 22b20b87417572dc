package org.heliograph.statute;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.heliograph.directory.NameKind;
import org.heliograph.directory.NameSource;
import org.heliograph.store.FieldValues;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;

/**
 * The names of laws, without the state's name in front, as far as everybody sees their articles.
 */
@Singleton
class LawNames implements NameSource {
  private final FieldValues values;
  private final StatuteArticleType type;
  private final Clock clock;

  LawNames(FieldValues values, StatuteArticleType type, Clock clock) {
    this.values = values;
    this.type = type;
    this.clock = clock;
  }

  @Override
  public NameKind kind() {
    return NameKind.LAW;
  }

  @Override
  public List<Name> names() {
    var anonymous = Viewer.anonymous(clock.instant());
    return values.of(type, "law", VisibilityPolicy.of(type.kind(), anonymous)).stream()
        .map(law -> new Name(law, law, null, null))
        .toList();
  }
}
