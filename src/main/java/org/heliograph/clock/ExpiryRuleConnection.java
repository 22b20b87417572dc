package org.heliograph.clock;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.PageInfo;
import org.heliograph.shared.Page;

/** A page of the rules of expiry. */
@Description("A page of the rules of expiry, in the order of their codes.")
public record ExpiryRuleConnection(
    @NonNull @Description("The rules.") List<@NonNull ExpiryRuleView> nodes,
    @NonNull @Description("Where the page stands.") PageInfo pageInfo) {

  static ExpiryRuleConnection of(Page<ExpiryRuleView> page) {
    return new ExpiryRuleConnection(page.rows(), PageInfo.of(page));
  }
}
