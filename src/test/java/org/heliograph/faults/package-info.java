/** What happens to acknowledged writes, and to readers, when a process dies. */
@org.jspecify.annotations.NullMarked
package org.heliograph.faults;
