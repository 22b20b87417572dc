/**
 * Who may see what, as one value. The only place that knows roles; everything else receives a
 * {@code Visibility} and renders it. May use shared alone; must not do I/O.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.visibility;
