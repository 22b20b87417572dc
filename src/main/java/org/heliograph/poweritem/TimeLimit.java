package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A time limit: a number of days and what kind of day counts. */
@Description("A time limit 时限: a number of days and what kind of day counts.")
public record TimeLimit(
    @Description("Number of days, 0 for at once 即办.") int days,
    @NonNull @Description("Whether working or calendar days count.") DayUnit unit) {}
