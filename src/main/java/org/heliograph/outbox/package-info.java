/**
 * What the index still has to follow, written in the transaction of the change, and the relay that
 * has a follower do it. May use shared, visibility and record. Must not call the network inside a
 * transaction, and knows no search engine: that is the follower's business.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.outbox;
