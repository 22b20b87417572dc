/**
 * Keeps contents under their digests, on a disk or in a store that speaks S3. Knows neither records
 * nor names. Must never show a content that is not whole.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.attachment.content;
