/**
 * Takes in files that belong to records: looks at what they are, has them scanned, cleaned and
 * stored, and deletes what nobody has any more. Uses the store, the privacy scan and its own
 * content stores. Must trust neither name nor type, keep nothing that was refused, and hand out
 * nothing: who may read a file is the store's to say.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.attachment;
