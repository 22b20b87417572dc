/** Imports, from single values to killed processes. */
@org.jspecify.annotations.NullMarked
package org.heliograph.importing;
