/**
 * The vocabulary that every package speaks: kinds, stages, audiences, references, pages, problems.
 * May use the JDK, and the schema's description annotations on enums. Must not know roles, storage
 * or transport.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.shared;
