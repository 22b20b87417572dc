package org.heliograph.graphql;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.record.PrivacyDecision;

/** Why something that looks personal may go out. */
@Name("PrivacyDecision")
@Description("Something that looks personal, and why its editor lets it go out.")
public record PrivacyDecisionView(
    @NonNull @Description("What it looks like: IDENTITY_NUMBER, MOBILE, HOME_ADDRESS …")
        String category,
    @NonNull @Description("The field, for example steps[2].content.") String place,
    @NonNull @Description("The words before it and its masked form; no part of the value.")
        String excerpt,
    @NonNull @Description("Why it may go out.") String reason,
    @NonNull @Description("When that was decided.") Instant at) {

  static PrivacyDecisionView of(PrivacyDecision decision) {
    return new PrivacyDecisionView(
        decision.category(),
        decision.place(),
        decision.excerpt(),
        decision.reason(),
        decision.at());
  }
}
