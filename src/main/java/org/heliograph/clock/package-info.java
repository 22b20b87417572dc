/**
 * Legal clocks as data: the rules of expiry, how they are loaded and changed, and which records
 * they would show for another time. May use the engines, importing, workflow and editing's
 * refusals. Must not change a record: a rule counts for what is published after it.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.clock;
