package org.heliograph.portal.saved;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How a webhook stands. */
@Enum
@Description("How a webhook stands.")
public enum WebhookState {
  @Description("It has not answered its handshake yet; what happens meanwhile waits for it.")
  UNVERIFIED,
  @Description("It is told.")
  ACTIVE,
  @Description("It failed for days and is told nothing more: delete the search and save it again.")
  DISABLED
}
