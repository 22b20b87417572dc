/**
 * What may be asked: a document is parsed, measured and validated once, before anything runs, and
 * kept by its text. May use shared and graphql-java. Must not know HTTP, nor work per field of a
 * response.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.graphql.limits;
