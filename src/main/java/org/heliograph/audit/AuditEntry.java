package org.heliograph.audit;

import java.time.Instant;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail as it is read.
 *
 * @param recordId null for a batch
 * @param rows how many records a batch has
 * @param detail what may have been erased since: null then
 */
public record AuditEntry(
    long id,
    String chain,
    long position,
    Instant at,
    String actor,
    String role,
    @Nullable String organisation,
    RecordKind kind,
    @Nullable Long recordId,
    @Nullable Integer revision,
    @Nullable Integer edition,
    @Nullable String code,
    String transition,
    @Nullable String request,
    @Nullable String address,
    int rows,
    String hash,
    @Nullable Detail detail) {

  /** What an entry tells beyond the fact. */
  public record Detail(@Nullable String reason, java.util.List<FieldChange> changes) {}

  /**
   * A field whose content changed.
   *
   * @param before as text; null where there was nothing, or where the field's class is not told
   */
  public record FieldChange(
      String field, String fieldClass, @Nullable String before, @Nullable String after) {}
}
