/**
 * Uploads and downloads over HTTP. May use the package above and what GraphQL's routes share. Must
 * answer for a file that is not the caller's exactly as for one that does not exist.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.attachment.http;
