package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One fee that is charged. */
@Description("A fee 收费 and the basis on which it is charged.")
public record Fee(
    @NonNull @Description("Name of the fee.") String name,
    @NonNull @Description("Standard, in words and CNY.") String standard,
    @Nullable @Description("The document that it rests on.") String basis) {}
