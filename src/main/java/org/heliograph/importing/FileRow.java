package org.heliograph.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file before it is understood.
 *
 * @param number line or row in the file, from 1
 * @param fields its fields; empty when {@code broken} says why it could not be taken apart
 */
public record FileRow(long number, ObjectNode fields, @Nullable String broken) {

  /** A field's text, to look ahead; empty when it has none. */
  public String word(String column) {
    var node = fields.get(column);
    return node != null && node.isTextual() ? node.textValue().strip() : "";
  }
}
