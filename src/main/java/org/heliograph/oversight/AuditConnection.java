package org.heliograph.oversight;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.PageInfo;
import org.heliograph.shared.Page;

/** A page of the audit trail. */
@Description("A page of the audit trail, newest first.")
public record AuditConnection(
    @NonNull @Description("The entries.") List<@NonNull AuditEntryView> nodes,
    @NonNull @Description("Where the page stands.") PageInfo pageInfo) {

  static AuditConnection of(Page<AuditEntryView> page) {
    return new AuditConnection(page.rows(), PageInfo.of(page));
  }
}
