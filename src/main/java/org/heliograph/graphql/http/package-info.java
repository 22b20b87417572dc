/**
 * GraphQL over HTTP at {@code /graphql}: what a request must look like, which status and headers an
 * answer has, what may be cached. May use the limits, the engine and the errors. Must not know what
 * the fields mean.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.graphql.http;
