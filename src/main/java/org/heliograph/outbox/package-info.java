/**
 * What the index still has to follow, written in the transaction of the change. May use shared.
 * Must not call the network inside a transaction.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.outbox;
