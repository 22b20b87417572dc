package org.heliograph.planted.poweritem;

import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.poweritem.PowerItem;

/** An operation that hands out rows; and no Api, but secured like one. */
public final class OperationThatReturnsAnEntity {
  @Query
  @PermitAll
  public List<PowerItem> rows() {
    return List.of();
  }
}
