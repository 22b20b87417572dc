/**
 * The main class of the embedded Elasticsearch process. Runs on Elasticsearch's own jars only, in a
 * process of its own, because the node takes over standard output and logging. Must not touch the
 * launcher's classes.
 */
@NullMarked
package org.heliograph.embedded.elasticsearch;

import org.jspecify.annotations.NullMarked;
