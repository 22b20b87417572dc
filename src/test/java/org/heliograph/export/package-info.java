/** Files of whole lists, as those who download them find them. */
@org.jspecify.annotations.NullMarked
package org.heliograph.export;
