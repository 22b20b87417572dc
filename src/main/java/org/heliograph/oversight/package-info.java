/**
 * What auditors and supervisors ask of the trail. May use the engines. Must not widen what the
 * policy says of the trail: it is asked through {@code TrailScope} alone.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.oversight;
