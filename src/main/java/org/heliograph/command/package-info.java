/**
 * The command mode of the service's jar: what an operator starts at the machine itself. May use
 * importing, search and store. Must not open a port.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.command;
