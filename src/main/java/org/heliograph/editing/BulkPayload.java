package org.heliograph.editing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The job that began, or why none did. */
@Name("BulkPayload")
@Description("The job that began, or why none did.")
public record BulkPayload(
    @Nullable @Description("The job; null when it was refused.") BulkJobView job,
    @NonNull @Description("Why none began; empty when one did.")
        List<@NonNull RefusalView> refusals) {}
