/**
 * Everything that is public, as files: written by the command or each night, described by a data
 * package, served under {@code /dumps/}. May use the package above and what it uses. Must not show
 * a dump that is not complete, nor keep an older one beside it: withdrawn records would stay in it.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.export.dump;
