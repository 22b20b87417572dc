package org.heliograph.portal.saved;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a webhook failed by; no finer, because a finer one would explore networks. */
@Enum
@Description("What a webhook failed by last.")
public enum WebhookFailure {
  @Description(
      "No answer was got, or it asked to come again later: the name leads nowhere or not into the public Internet, the certificate is not valid, it took too long, or its status was 408, 425, 429 or 5xx.")
  UNANSWERED,
  @Description("It answered with a redirection or a refusal; that delivery is not repeated.")
  REFUSED,
  @Description("Its answer to the handshake did not hold the challenge.")
  NOT_ECHOED
}
