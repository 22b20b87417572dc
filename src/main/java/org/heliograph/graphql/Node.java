package org.heliograph.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.NonNull;

/** Anything that has a global id. */
@Interface
@Description("Anything that has a global id and can be fetched again by node(id).")
public interface Node {
  @Id
  @NonNull
  @Description("Opaque global id; stays the same for the record's whole life.")
  String getId();
}
