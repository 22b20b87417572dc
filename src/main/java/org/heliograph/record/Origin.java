package org.heliograph.record;

import java.time.Instant;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What every draft says of itself, and who brings it.
 *
 * @param visibleFrom when the publication window opens; null: at publication
 * @param visibleUntil when it closes; null: never
 * @param changeNote what a correction changes, in words for the public
 * @param contentHash digest of the draft's content: a second import of the same content changes
 *     nothing
 */
public record Origin(
    String code,
    String title,
    String organisation,
    RegionCode region,
    Audience audience,
    @Nullable Instant visibleFrom,
    @Nullable Instant visibleUntil,
    @Nullable String changeNote,
    String contentHash,
    Instant at,
    String actor) {}
