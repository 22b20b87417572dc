package org.heliograph.audit;

import java.time.Instant;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is null does not narrow.
 *
 * @param recordId also finds the batches that the record was in
 * @param organisation whose chain
 * @param from the first instant
 * @param until the instant after the last
 */
public record TrailQuery(
    @Nullable RecordKind kind,
    @Nullable Long recordId,
    @Nullable String code,
    @Nullable String organisation,
    @Nullable String actor,
    @Nullable String transition,
    @Nullable Instant from,
    @Nullable Instant until) {}
