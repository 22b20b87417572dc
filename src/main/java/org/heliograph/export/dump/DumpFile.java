package org.heliograph.export.dump;

import org.heliograph.export.Export;
import org.heliograph.export.ExportFormat;

/**
 * One file of a dump.
 *
 * @param sha256 of the file as it lies there, compressed, in hexadecimal
 */
record DumpFile(
    Export export, ExportFormat format, String name, long rows, long bytes, String sha256) {}
