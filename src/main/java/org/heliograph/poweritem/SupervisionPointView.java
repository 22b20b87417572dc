package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A supervision point as the schema shows it. */
@Name("SupervisionPoint")
@Description("A supervision point 监察点: where a step is watched.")
public record SupervisionPointView(
    @NonNull @Description("Code of the supervision point within its item.") String code,
    @NonNull @Description("Key of the step that is watched.") String stepKey,
    @NonNull @Description("What is watched.") String content,
    @Nullable @Description("How it is watched.") String method) {}
