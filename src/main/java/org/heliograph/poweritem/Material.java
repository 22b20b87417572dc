package org.heliograph.poweritem;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One material that an applicant hands in. */
@Description("A material 申请材料 that the applicant hands in.")
public record Material(
    @NonNull @Description("Name of the material.") String name,
    @Nullable @Description("Form, for example original, copy, electronic.") String form,
    @Nullable @Description("Number of copies.") Integer copies,
    @Description("Whether the application is incomplete without it.") boolean required) {}
