package org.heliograph.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names that everybody may read, so that somebody who types one is led to what it stands for. One
 * bean per kind of name. What has an audience may not be a source.
 */
public interface NameSource {
  NameKind kind();

  /** All names as they are now. */
  List<Name> names();

  /**
   * A name.
   *
   * @param other another name of the same; null for none
   * @param place tells things of one name apart; null where names are unique
   */
  record Name(String code, String name, @Nullable String other, @Nullable String place) {}
}
