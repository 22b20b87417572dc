/**
 * Reads everything that a document holds, also what its reader does not see, and scans it. Uses the
 * scan above it and libraries that read documents. Must bound time and memory whatever the file is,
 * trust no name, and decode no picture.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.privacy.document;
