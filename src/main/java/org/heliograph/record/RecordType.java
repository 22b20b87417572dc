package org.heliograph.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.record.RecordField.Use;
import org.heliograph.shared.China;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** How a kind describes itself to the engines. One bean per kind; engines find them through CDI. */
public abstract class RecordType<E extends PublicRecord> {
  private final Map<String, RecordField<E>> fields = new LinkedHashMap<>();

  protected RecordType(List<RecordField<E>> own) {
    for (RecordField<E> field : CommonFields.<E>all()) {
      fields.put(field.name(), field);
    }
    for (RecordField<E> field : own) {
      fields.put(field.name(), field);
    }
  }

  public abstract RecordKind kind();

  public abstract Class<E> entity();

  /** The field that lists are ordered by when the caller does not say, latest first. */
  public abstract String defaultSort();

  /**
   * The calendar year that searches across kinds are narrowed and counted by: of publication,
   * unless the kind has a year of its own. Null before publication.
   */
  public @Nullable Integer year(E row) {
    return row.publishedAt.equals(OpenEnd.INSTANT)
        ? null
        : row.publishedAt.atZone(China.ZONE).getYear();
  }

  /** Whether the record is an administrative penalty, which may be annulled. */
  public boolean isPenalty(E row) {
    return false;
  }

  /** What rules of expiry ask of a record. */
  public ExpiryFacts expiryFacts(E row) {
    return ExpiryFacts.NONE;
  }

  /** The words that {@link ExpiryFacts#category} may be. */
  public Set<String> categories() {
    return Set.of();
  }

  /** Notes that a penalty was annulled; other records cannot be. */
  public void annul(E row, Annulment annulment, Instant at, String actor) {
    throw new IllegalArgumentException(kind() + " is no penalty");
  }

  /** When a penalty was annulled; null for any other record. */
  public @Nullable LocalDate annulledOn(E row) {
    return null;
  }

  /** What a correction takes over from the revision that it replaces, beside its content. */
  public void takeOver(E correction, E published) {
    // nothing for most kinds
  }

  /**
   * Whole names of natural persons that the public must not read in this record, because a rule
   * shows them masked or not at all.
   */
  public List<String> hiddenNames(E row) {
    return List.of();
  }

  /** The field in which the public reads the whole name of a natural person; null for none. */
  public @Nullable String namingField(E row) {
    return null;
  }

  /** The records that this one names by code. */
  public List<Mention> mentions(E row) {
    return List.of();
  }

  /**
   * Where an editor wrote what stands at a place of the row: the path in the kind's input.
   *
   * @param path names of fields, such as {@code steps[2].content}
   */
  public String inputPath(E row, String path) {
    return path;
  }

  /**
   * How much words in the title count in a search, beside the rest of the record's words; 0 where
   * the title is a number rather than words.
   */
  public float titleWeight() {
    return 1;
  }

  /** Whether the search box suggests titles of this kind while somebody types. */
  public boolean isSuggested() {
    return true;
  }

  /** How rows of this kind cite each other; null where they do not. */
  public @Nullable Renown renown() {
    return null;
  }

  /** Child tables, in the order in which they are written. */
  public List<ChildType<E, ?>> children() {
    return List.of();
  }

  /** All fields, the common ones first. */
  public List<RecordField<E>> fields() {
    return List.copyOf(fields.values());
  }

  /** A field that this kind has; asking for another is a mistake in our own code. */
  public RecordField<E> field(String name) {
    RecordField<E> field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException(kind() + " has no field " + name);
    }
    return field;
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** A field that lists may be sorted by. */
  public RecordField<E> sortField(String name) {
    RecordField<E> field = fields.get(name);
    if (field == null || !field.is(Use.SORT)) {
      throw Problem.badInput("sort", "this kind cannot be sorted by that field");
    }
    return field;
  }
}
