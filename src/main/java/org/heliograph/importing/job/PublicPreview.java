package org.heliograph.importing.job;

import java.util.List;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;

/** Shows rows of a file as the public would read them once they are published. */
public interface PublicPreview {

  /** A row that can be taken. */
  record Row(long number, PublicRecord record) {}

  /** The rows as JSON: what is open of them, and nothing else. */
  String of(RecordKind kind, List<Row> rows);
}
