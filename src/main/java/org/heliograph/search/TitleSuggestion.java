package org.heliograph.search;

import org.heliograph.shared.RecordKind;

/**
 * A title, or what many titles have in common.
 *
 * @param records how many records the viewer would find under it
 * @param begins whether it begins with what was typed
 */
public record TitleSuggestion(String title, RecordKind kind, int records, boolean begins) {}
