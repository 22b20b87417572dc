/**
 * Case outcomes 案件处理结果: discipline, administrative penalties and judicial decisions, with what they
 * rest on and the power item and risk point that they grew from. May use every engine, poweritem
 * and statute. Must not be imported by an engine or by another feature.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.caseoutcome;
