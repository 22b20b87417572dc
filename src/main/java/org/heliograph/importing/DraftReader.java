package org.heliograph.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.heliograph.record.PublicRecord;
import org.heliograph.store.DraftWriter;
import org.jspecify.annotations.Nullable;

/**
 * Understands one record that an editor gives by hand, by the same rules as a row of a file. No
 * value of it is repeated in what is wrong with it.
 */
public final class DraftReader {
  private DraftReader() {}

  /**
   * What a draft was understood as.
   *
   * @param row the record; null when anything is wrong
   * @param errors what is wrong, with the path of each field
   */
  public record Understood<E extends PublicRecord>(@Nullable E row, List<RowError> errors) {}

  /**
   * What a row of reference data was understood as.
   *
   * @param value null when anything is wrong
   */
  public record Value<T>(@Nullable T value, List<RowError> errors) {}

  public static <E extends PublicRecord> Understood<E> read(
      RecordImport<E> kind, ObjectNode content, ImportOptions options) {
    Value<DraftWriter.Draft<E>> draft = value(kind, content, options);
    return new Understood<>(draft.value() == null ? null : draft.value().row(), draft.errors());
  }

  /** The same for whatever else rows become. */
  public static <T> Value<T> value(ImportKind<T> kind, ObjectNode content, ImportOptions options) {
    kind.prepare(List.of(new FileRow(1, content, null)));
    var findings = new RowFindings(1, kind.personal(), kind.amongPeople());
    var reader = new RowReader(content, "", findings);
    kind.columns().forEach(column -> reader.know(column.name()));
    T value = findings.guard("", () -> kind.read(reader, options));
    reader.refuseUnknown();
    return new Value<>(findings.any() ? null : value, List.copyOf(findings.errors()));
  }
}
