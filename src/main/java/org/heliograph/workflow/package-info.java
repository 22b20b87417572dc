/**
 * The way of a record from draft to withdrawal: which transition leads from which stage where, and
 * who may take it. May use shared, visibility and record. Must not read or write anything.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.workflow;
