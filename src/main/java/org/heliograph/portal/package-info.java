/**
 * What spans all kinds for the public: one search over everything. May use every engine and,
 * through their view beans, every kind. Must not be imported by anything.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.portal;
