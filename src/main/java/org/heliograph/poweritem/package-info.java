/**
 * Power items with their legal bases, process flow, risk points and control measures. May use every
 * engine and statute. Must not be imported by an engine.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.poweritem;
