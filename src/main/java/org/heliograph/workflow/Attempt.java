package org.heliograph.workflow;

import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Who attempts a transition, and what they know.
 *
 * @param seen the version of the record that the caller saw; null where there was none to see
 * @param reason why, where the transition demands it
 * @param key repeats of an attempt under one key change nothing more; null: every attempt counts
 * @param digest of everything the attempt says, to tell a repeat from another attempt
 * @param request id of the request
 * @param address class of the address that the request came from
 */
public record Attempt(
    Viewer viewer,
    @Nullable Version seen,
    @Nullable String reason,
    @Nullable String key,
    String digest,
    @Nullable String request,
    @Nullable String address) {}
