package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A control measure as the schema shows it. */
@Name("ControlMeasure")
@Description("A control measure 防控措施 that answers a risk point.")
public record ControlMeasureView(
    @NonNull @Description("What is done against the risk.") String description,
    @Nullable @Description("Who is responsible for it.") String duty) {}
