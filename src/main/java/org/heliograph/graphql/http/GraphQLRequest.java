package org.heliograph.graphql.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks.
 *
 * @param changesAllowed whether it may carry a mutation: not with GET
 */
public record GraphQLRequest(
    String query,
    @Nullable String operationName,
    Map<String, Object> variables,
    boolean changesAllowed) {}
