/**
 * Searches that signed-in visitors keep, and telling them what is new in them: by webhook or by
 * letter. May use the search and the pages of the package above, and the calls of delivery. Must
 * tell whoever it is only what the public may see at that moment, keep no word of a record, and
 * forget what is personal with the search.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.portal.saved;
