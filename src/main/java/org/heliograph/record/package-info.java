/**
 * What all records share and how a kind describes itself to the engines (fields with classes,
 * columns, index use). May use shared and visibility. Must not read or write.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.record;
