package org.heliograph.follow;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.RecordKind;

/** A change as a follower is told of it. */
@Type("RecordChange")
@Description("Something happened to a record in public.")
public record RecordChangeView(
    @Id
        @NonNull
        @Description(
            "Of this change; the same whoever is told and however often, so that what comes twice is known.")
        String id,
    @NonNull @Description("What happened.") ChangeKind change,
    @NonNull @Description("Kind of the record.") RecordKind kind,
    @Id @NonNull @Description("Global id of the record.") String recordId,
    @NonNull @Description("From when on it holds.") Instant at,
    @NonNull @Description("The record as it is now, or what its withdrawal leaves of it.")
        RecordOrTombstone record) {}
