/**
 * What administrators tell the search: synonyms, words that say nothing, records that come first or
 * last; what would change before it does, and why a record stands where it stands. Uses the search
 * and who is asking. Shows nothing that anonymous searches would not find, and nothing of it
 * reaches the public but the order of results.
 */
@NullMarked
package org.heliograph.vocabulary;

import org.jspecify.annotations.NullMarked;
