/**
 * Both index tiers: their mappings, the indexer that follows the outbox, and the search that ranks
 * what the database then discloses. May use store, outbox, record, directory, visibility and
 * shared. Must not know a role, and must not show a record that was not read again from the
 * database; of titles that are suggested nothing but the words and a count leaves it.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.search;
