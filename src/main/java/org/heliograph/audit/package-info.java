/**
 * The append-only trail, written inside the transaction of the change that it tells of. May use
 * shared. Must not be updated or deleted from.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.audit;
