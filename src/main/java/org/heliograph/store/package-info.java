/**
 * The only reads and writes of records: conditions become SQL here, and every write carries its
 * audit entry and outbox row. May use everything below it. Must not know a feature.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.store;
