package org.heliograph.poweritem;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A step as the schema shows it. */
@Name("ProcessStep")
@Description("A step 环节 of the process flow: the smallest unit that one post answers for.")
public record ProcessStepView(
    @NonNull @Description("Key of the step within its flow.") String key,
    @Description("Place in the usual order, from 1.") int seq,
    @NonNull @Description("Name of the step.") String name,
    @Nullable @Description("The post 岗位 that answers for it.") String post,
    @Nullable @Description("The handler 办理人.") String handler,
    @Nullable @Description("The handler's phone; for people in office only.") String handlerPhone,
    @Nullable @Description("What is done.") String content,
    @Nullable @Description("What comes out of it.") String result,
    @Nullable @Description("Time limit of the step.") TimeLimit limit,
    @NonNull @Description("What stops the clock 不计时情形.") List<@NonNull ClockStop> clockStops,
    @NonNull @Description("Where the flow goes from here; empty at an end.")
        List<@NonNull FlowEdge> next,
    @NonNull @Description("Integrity risk points at this step.")
        List<@NonNull RiskPointView> riskPoints,
    @NonNull @Description("Where this step is watched.")
        List<@NonNull SupervisionPointView> supervisionPoints) {}
