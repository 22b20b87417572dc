/**
 * Reference data that everybody may read: regions, organisations, the working-day calendar. May use
 * shared, and the store's reference data. Must not hold anything that visibility protects.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.directory;
