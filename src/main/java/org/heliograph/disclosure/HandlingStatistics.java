package org.heliograph.disclosure;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** Figures of the cases handled in a period. */
@Description("Figures of the cases handled 办件统计 in the disclosure's period.")
public record HandlingStatistics(
    @Nullable @Description("收件 cases received.") Integer received,
    @Nullable @Description("即办 cases finished at once.") Integer finishedAtOnce,
    @Nullable @Description("承诺件 cases with a promised time limit.") Integer committed,
    @Nullable @Description("提前办结 cases finished before their limit.") Integer finishedEarly)
    implements DisclosureDetail {}
