package org.heliograph.graphql;

import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.visibility.Viewer;

/** Who the service takes the caller for. */
@GraphQLApi
public class ViewerApi {
  private final CurrentViewer viewer;

  public ViewerApi(CurrentViewer viewer) {
    this.viewer = viewer;
  }

  /** The caller as the service sees them. */
  @Name("Viewer")
  @Description("Who you are to the service: what your token grants.")
  public record ViewerView(
      @Description("Whether the request carried no token.") boolean anonymous,
      @NonNull @Description("Roles that the token grants.") List<@NonNull ViewerRole> roles,
      @NonNull @Description("Codes of the organisations that you work for.")
          List<@NonNull String> organisations,
      @NonNull @Description("12-digit codes of the divisions that you are responsible for.")
          List<@NonNull String> regions) {}

  @Query("viewer")
  @PermitAll
  @NonNull
  @Description("Who you are to the service: what your token grants.")
  public ViewerView viewer() {
    Viewer who = viewer.get();
    return new ViewerView(
        who.isAnonymous(),
        who.roles().stream().sorted().map(role -> ViewerRole.valueOf(role.name())).toList(),
        who.organisations().stream().sorted().toList(),
        who.regions().stream().sorted().toList());
  }
}
