/**
 * Serves exports over HTTP: who asks for what, at most so many at once, no faster than the client
 * reads. May use the package above and what GraphQL's routes share. Must not end a response that
 * lacks rows: the connection is cut instead.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.export.http;
