/**
 * Templates of the files that can be imported, to download and fill in. Made of the importers' own
 * columns; may use importing, what GraphQL's routes share, and shared. Must not know a kind.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.template;
