package org.heliograph.editing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.Node;
import org.jspecify.annotations.Nullable;

/** What a mutation did, or why it did nothing. */
@Name("TransitionPayload")
@Description("What a mutation did: the record as it is now, or why nothing was changed.")
public record TransitionPayload(
    @Nullable
        @Description("The record, or its tombstone after a withdrawal; null when it was refused.")
        Node record,
    @Nullable
        @Description("Version of the record now; the next mutation takes it. Null when refused.")
        String version,
    @Description("Whether an earlier request with the same key had done it.") boolean repeated,
    @NonNull @Description("Why nothing was changed; empty when it was done.")
        List<@NonNull RefusalView> refusals) {}
