/**
 * Makes the sample county at the scale of a real one: the same seed gives the same bytes, and
 * memory does not grow with the number of payments. Uses the JDK alone; reads its words and the
 * small sample's reference data from its own class path. Must not know the service or a server.
 */
@NullMarked
package org.heliograph.embedded.sample;

import org.jspecify.annotations.NullMarked;
