/** What the arguments of the jar mean. */
@org.jspecify.annotations.NullMarked
package org.heliograph.command;
