/**
 * Subsidy programmes, their beneficiaries and sums over them. May use every engine. Must not keep
 * an identity number anywhere: a person exists only as a keyed hash.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.subsidy;
