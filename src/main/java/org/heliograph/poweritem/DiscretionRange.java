package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One row of the discretion standard of a penalty. */
@Description(
    "One row of the discretion standard 裁量基准: which circumstances lead to which range of penalty.")
public record DiscretionRange(
    @NonNull @Description("The circumstances 情节.") String circumstance,
    @NonNull @Description("The range of the penalty 幅度.") String range) {}
