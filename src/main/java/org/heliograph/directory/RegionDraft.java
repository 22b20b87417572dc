package org.heliograph.directory;

import org.jspecify.annotations.Nullable;

/**
 * A division as a source gives it.
 *
 * @param parent code of the division above; null: the nearest one above that is known by its digits
 */
public record RegionDraft(String code, String name, @Nullable String parent) {}
