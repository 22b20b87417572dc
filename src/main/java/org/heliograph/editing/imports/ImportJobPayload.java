package org.heliograph.editing.imports;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.editing.RefusalView;
import org.jspecify.annotations.Nullable;

/** The job as it stands now, or why nothing was done. */
@Name("ImportJobPayload")
@Description("The job as it stands now, or why nothing was done.")
public record ImportJobPayload(
    @Nullable @Description("The job; null when it was refused.") ImportJobView job,
    @NonNull @Description("Why nothing was done; empty when it was.")
        List<@NonNull RefusalView> refusals) {}
