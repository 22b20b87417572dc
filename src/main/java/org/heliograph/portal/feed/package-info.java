/**
 * Feeds of what was published, for readers that ask again and again. May use the search of the
 * package above. Must show what the same search shows the same viewer, newest first, and nothing
 * that was withdrawn.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.portal.feed;
