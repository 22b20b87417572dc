/**
 * How a refusal or a failure looks to a caller: one stable code, one sentence, never a class name,
 * a stack trace or a value that the caller sent. May use shared and graphql-java. Must not know
 * HTTP beyond the status a code stands for.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.graphql.error;
