package org.heliograph.poweritem;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key of a row that belongs to one revision of an item. */
public final class ChildKey implements Serializable {
  private static final long serialVersionUID = 1L;
  public long itemId;
  public int seq;

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChildKey key && key.itemId == itemId && key.seq == seq;
  }

  @Override
  public int hashCode() {
    return Objects.hash(itemId, seq);
  }
}
