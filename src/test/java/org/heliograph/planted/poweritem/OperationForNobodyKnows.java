package org.heliograph.planted.poweritem;

import org.eclipse.microprofile.graphql.Query;

/** An operation that does not say who may call it. */
public final class OperationForNobodyKnows {
  @Query
  public String open() {
    return "";
  }
}
