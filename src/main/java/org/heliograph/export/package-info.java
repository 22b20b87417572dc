/**
 * Files of whole lists: every row that the caller may see, streamed as CSV, spreadsheet or JSON
 * Lines, and the dictionary of their columns. Shows what the views of the schema show and may use
 * store, directory, graphql, record, visibility and shared. Must not know a kind, hold more than a
 * batch of rows, or end a file that is not complete as if it were.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.export;
