/**
 * What happens by itself when its time has come: scheduled publications, and the end of publication
 * windows. May use shared, visibility, record, workflow, store and search. Must keep no state of
 * its own: what is due stands in the rows.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.timetable;
