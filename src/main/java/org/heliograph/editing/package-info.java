/**
 * What editors and reviewers do over GraphQL: inputs that become drafts, transitions, and their
 * payloads with typed refusals. May use the engines, importing (which understands content) and
 * workflow. Must not decide who may do what: the workflow's table says it.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.editing;
