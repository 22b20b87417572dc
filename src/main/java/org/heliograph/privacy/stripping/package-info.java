/**
 * Takes out of a document what its reader does not see and its author did not mean to publish: who
 * wrote it, where and with what. Uses libraries that read documents, and the types of the package
 * beside it. Must hand back a document that opens as before, or refuse it; must not decode
 * pictures.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.privacy.stripping;
