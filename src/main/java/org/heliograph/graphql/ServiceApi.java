package org.heliograph.graphql;

import jakarta.annotation.security.PermitAll;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What the service says of itself. */
@GraphQLApi
public class ServiceApi {

  /** The version of the running service, for support requests. */
  @Query
  @PermitAll
  @NonNull
  @Description("Version of the running service.")
  public String serviceVersion() {
    return "1.0.0-SNAPSHOT";
  }
}
