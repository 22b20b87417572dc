package org.heliograph.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordField.Use;
import org.heliograph.record.RecordType;
import org.heliograph.shared.Citation;
import org.jspecify.annotations.Nullable;

/** Makes a revision's document for a tier. */
final class Documents {
  static final String KIND = "kind";
  static final String RECORD_ID = "recordId";
  static final String ROW_ID = "rowId";
  static final String ROW_VERSION = "rowVersion";
  static final String SLOT = "slot";
  static final String REVISION = "revision";
  static final String YEAR = "year";
  static final String IDENTIFIERS = "identifiers";
  static final String WORDS = "words";
  static final String TITLE = "title";
  static final String CODE = "code";
  static final String BIGRAMS = ".bigrams";

  private Documents() {}

  /** The document with all fields that the tier holds; absent values are left out. */
  static <E extends PublicRecord> Map<String, Object> of(
      RecordType<E> type, E row, Tier tier, Titles titles) {
    Map<String, Object> document = tombstone(row.recordId, row.rowVersion);
    document.put(KIND, type.kind().name());
    document.put(ROW_ID, row.id);
    document.put(SLOT, row.stage.slot().name());
    put(document, YEAR, type.year(row));
    var identifiers = type.fields().stream().filter(field -> field.is(Use.IDENTIFIER));
    put(
        document,
        IDENTIFIERS,
        identifiers.flatMap(field -> texts(field.value().apply(row))).distinct().toList());
    for (RecordField<E> field : type.fields()) {
      if (tier.holds(field.fieldClass())) {
        put(document, field.name(), field.value().apply(row));
      }
    }
    titles.describe(type, row, document);
    return document;
  }

  /** What stays of a document whose record left the tier: no content, no query finds it. */
  static Map<String, Object> tombstone(long recordId, long rowVersion) {
    var document = new LinkedHashMap<String, Object>();
    document.put(RECORD_ID, recordId);
    document.put(ROW_VERSION, rowVersion);
    return document;
  }

  private static void put(Map<String, Object> document, String name, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Collection<?> many -> {
        List<Object> values = many.stream().filter(Objects::nonNull).map(IndexValue::of).toList();
        if (!values.isEmpty()) {
          document.put(name, values);
        }
      }
      default -> document.put(name, IndexValue.of(value));
    }
  }

  private static Stream<String> texts(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case Collection<?> many -> many.stream().map(each -> Citation.normalise(each.toString()));
      default -> Stream.of(Citation.normalise(value.toString()));
    };
  }
}
