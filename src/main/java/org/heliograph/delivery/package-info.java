/**
 * Calls addresses that visitors named: which of them may be called at all, how a call is signed and
 * bounded, and what its answer means. May use shared. Must never connect to an address that was not
 * looked at, and must not know what is told.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.delivery;
