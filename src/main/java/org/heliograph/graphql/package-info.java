/**
 * The GraphQL surface that is common to all kinds: who is asking, limits on what may be asked, and
 * how GraphQL behaves over HTTP. May use visibility and shared. Must not know a record kind: the
 * features bring their own Apis.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.graphql;
