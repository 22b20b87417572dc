package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One edge of the process flow. */
@Description("An edge of the process flow 流程图.")
public record FlowEdge(
    @NonNull @Description("Key of the step that follows.") String to,
    @Nullable @Description("Under which condition; null when always.") String condition) {}
