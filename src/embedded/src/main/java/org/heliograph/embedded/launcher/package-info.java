/**
 * What stands behind {@code ./heliograph}: starts, watches and stops PostgreSQL, Elasticsearch,
 * Keycloak and the service as child processes, and runs the service's commands against them. Uses
 * the JDK and the few libraries of its own class path. Must not load a class of the service or of a
 * server.
 */
@NullMarked
package org.heliograph.embedded.launcher;

import org.jspecify.annotations.NullMarked;
