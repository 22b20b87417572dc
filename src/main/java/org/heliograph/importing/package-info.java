/**
 * Brings files of records into the store: streaming, by business key, with every broken row
 * reported and an interrupted run resumed. May use store, directory and below. Must not know a
 * feature: features describe their rows by {@link org.heliograph.importing.RecordImport}.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.importing;
