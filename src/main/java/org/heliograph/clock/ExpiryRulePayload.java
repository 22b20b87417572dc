package org.heliograph.clock;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.editing.RefusalView;
import org.jspecify.annotations.Nullable;

/** What became of a rule. */
@Name("ExpiryRulePayload")
@Description("What became of a rule of expiry, or why nothing was changed.")
public record ExpiryRulePayload(
    @Nullable @Description("The rule as it stands now; null when it was refused.")
        ExpiryRuleView rule,
    @NonNull @Description("Why nothing was changed; empty when it was done.")
        List<@NonNull RefusalView> refusals) {}
