package org.heliograph.record;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * One field of a kind, described once for storage, search and visibility.
 *
 * @param name the GraphQL and index name
 * @param column the SQL column; null for a field that lists can neither filter nor sort
 * @param value reads the field from a revision (with its children attached, where it needs them);
 *     null, a scalar, or a collection of scalars
 */
public record RecordField<E extends PublicRecord>(
    String name,
    FieldClass fieldClass,
    FieldType type,
    @Nullable String column,
    Set<Use> uses,
    Function<E, @Nullable Object> value) {

  /** What engines may do with a field beyond reading it. */
  public enum Use {
    FILTER,
    SORT,
    FACET,
    /**
     * A search for exactly this value finds the record first: codes, document numbers, citations.
     */
    IDENTIFIER
  }

  public RecordField {
    uses = Set.copyOf(uses);
    if (uses.contains(Use.SORT) && column == null) {
      throw new IllegalArgumentException(name + " is sorted by but has no column");
    }
    if (uses.contains(Use.IDENTIFIER) && fieldClass != FieldClass.OPEN) {
      throw new IllegalArgumentException(name + " identifies to everybody but is not open");
    }
  }

  public static <E extends PublicRecord> RecordField<E> of(
      String name, FieldClass fieldClass, FieldType type, Function<E, @Nullable Object> value) {
    return new RecordField<>(name, fieldClass, type, null, Set.of(), value);
  }

  /** The same field, stored in a column of its own. */
  public RecordField<E> column(String sql) {
    return new RecordField<>(name, fieldClass, type, sql, uses, value);
  }

  public RecordField<E> filter() {
    return with(Use.FILTER);
  }

  /** Marks a field that lists and searches may be sorted by; its column must never be null. */
  public RecordField<E> sort() {
    return with(Use.SORT);
  }

  public RecordField<E> facet() {
    return with(Use.FACET);
  }

  /** Marks an open field by whose exact value the search box finds the record. */
  public RecordField<E> identifier() {
    return with(Use.IDENTIFIER);
  }

  public boolean is(Use use) {
    return uses.contains(use);
  }

  private RecordField<E> with(Use use) {
    var more = EnumSet.of(use);
    more.addAll(uses);
    return new RecordField<>(name, fieldClass, type, column, more, value);
  }
}
