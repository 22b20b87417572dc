package org.heliograph.poweritem;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A risk point as the schema shows it. */
@Name("RiskPoint")
@Description(
    "An integrity risk point 廉政风险点: what can go wrong at a step, a post, or the organisation.")
public record RiskPointView(
    @NonNull @Description("Code of the risk point within its item.") String code,
    @NonNull @Description("Grade of the risk.") RiskGrade grade,
    @NonNull @Description("What can go wrong.") String description,
    @Nullable
        @Description("Key of the step that it belongs to; null for a post's or the organisation's.")
        String stepKey,
    @Nullable @Description("The post that it belongs to.") String post,
    @Nullable @Description("Who holds the risk.") String holder,
    @NonNull @Description("Control measures 防控措施 that answer it.")
        List<@NonNull ControlMeasureView> measures) {}
