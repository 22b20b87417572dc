package org.heliograph.graphql;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;

/** What a kind and a code lead to. */
@Union
@Description("What a code leads to: the record, or what remains of it after a withdrawal.")
public interface RecordOrTombstone {}
