/**
 * Statute articles: reference data that items and cases rest on, public for all. May use every
 * engine. Other features may link to it; it knows none of them.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.statute;
