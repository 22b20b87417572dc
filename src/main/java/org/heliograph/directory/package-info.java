/**
 * Reference data that everybody may read: regions, organisations, the working-day calendar. May use
 * shared. Must not hold anything that visibility protects.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.directory;
