package org.heliograph.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.heliograph.record.FieldType;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordField;
import org.heliograph.shared.Problem;

/** A place in a list: the value that the list is ordered by, and the row's id to break ties. */
record Keyset(Object value, long id) {

  static <E extends PublicRecord> Keyset of(RecordField<E> field, E row) {
    Object value = field.value().apply(row);
    if (value == null) {
      throw new IllegalStateException(field.name() + " is sorted by but null");
    }
    return new Keyset(value, row.id);
  }

  String payload() {
    return id + ":" + value;
  }

  static Keyset parse(String payload, FieldType type, String argument) {
    int colon = payload.indexOf(':');
    String text = payload.substring(colon + 1);
    Object value =
        switch (type) {
          case KEYWORD -> text;
          case DATE -> LocalDate.parse(text);
          case INSTANT -> Instant.parse(text);
          case DECIMAL -> new BigDecimal(text);
          case INTEGER -> Integer.valueOf(text);
          case TEXT, BOOLEAN -> throw Problem.badInput(argument, "this order has no cursors");
        };
    return new Keyset(value, Long.parseLong(payload.substring(0, colon)));
  }
}
