/**
 * Disclosures 公开信息 under the catalogue: the five disclosures, attachments, publicity period, and
 * what decisions, projects, contracts, accounts and statistics say in figures. May use every engine
 * and poweritem. Must not be imported by an engine or by another feature.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.disclosure;
