package org.heliograph.record;

import org.heliograph.shared.RecordKind;

/**
 * A record that another one names by its code.
 *
 * @param field where it stands, such as {@code related[2].code}
 */
public record Mention(String field, RecordKind kind, String code) {}
