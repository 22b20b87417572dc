/**
 * Runs a prepared operation on the schema that the Apis declare: one worker thread for the whole
 * operation, values read without a trip through the framework for every field. May use the limits
 * and errors. Must not know HTTP.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.graphql.engine;
