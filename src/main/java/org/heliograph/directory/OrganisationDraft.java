package org.heliograph.directory;

import org.jspecify.annotations.Nullable;

/** An organisation as a source gives it. */
public record OrganisationDraft(
    String code,
    String name,
    @Nullable String shortName,
    OrganisationKind kind,
    @Nullable String parent,
    String region) {}
