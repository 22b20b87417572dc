package org.heliograph.oversight;

import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.graphql.CurrentViewer;
import org.heliograph.record.RecordQuery.Window;
import org.heliograph.store.TrailReader;
import org.heliograph.visibility.VisibilityPolicy;
import org.jspecify.annotations.Nullable;

/** The audit trail. */
@GraphQLApi
public class AuditApi {
  private final TrailReader trail;
  private final CurrentViewer viewer;

  public AuditApi(TrailReader trail, CurrentViewer viewer) {
    this.trail = trail;
    this.viewer = viewer;
  }

  @Query
  @RolesAllowed({"auditor", "admin", "supervisor"})
  @NonNull
  @Description(
      "The audit trail, newest first: auditors and administrators read all of it, supervisors what concerns their region.")
  public AuditConnection auditEntries(
      @Nullable @Description("Which entries.") AuditFilter filter,
      @Nullable @Description("How many entries; 1 to 100, 20 when absent.") Integer first,
      @Nullable @Description("Cursor after which the page starts.") String after) {
    var query = filter == null ? new AuditFilter().query() : filter.query();
    var page =
        trail.page(
            query, Window.of(first, after, null, null), VisibilityPolicy.ofTrail(viewer.get()));
    return AuditConnection.of(page.map(rows -> rows.stream().map(AuditEntryView::of).toList()));
  }
}
