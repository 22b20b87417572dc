/**
 * The GraphQL surface that is common to all kinds: who is asking, what records have in common,
 * limits on what may be asked, and how GraphQL behaves over HTTP. May use store, record, directory,
 * visibility and shared. Must not know a record kind: the features bring their own Apis and views.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.graphql;
