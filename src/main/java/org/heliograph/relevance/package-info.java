/**
 * Measures how well questions are answered: judged questions asked of the public GraphQL API, their
 * figures, and what changed against a stored baseline. Uses the JDK and a JSON reader alone, so
 * that the command runs beside any service and the tests measure the same way. Must not know how
 * search is built, and nothing of the service may depend on it but the command.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.relevance;
