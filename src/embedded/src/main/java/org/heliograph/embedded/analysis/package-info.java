/**
 * An Elasticsearch plugin that registers, under their stock names, the analysis components which a
 * stock distribution has and the core jar lacks. Loaded by the embedded node alone; search-mappings
 * run unchanged on a stock cluster. Only what a stock cluster offers without further plugins may be
 * added here.
 */
@NullMarked
package org.heliograph.embedded.analysis;

import org.jspecify.annotations.NullMarked;
