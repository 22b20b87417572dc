package org.heliograph.graphql.http;

import org.heliograph.graphql.error.Refusal;

/** A request that was understood, or why not. */
public sealed interface Reading {

  record Understood(GraphQLRequest request) implements Reading {}

  record NotUnderstood(Refusal refusal) implements Reading {}
}
