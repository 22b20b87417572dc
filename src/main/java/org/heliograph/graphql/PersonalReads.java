package org.heliograph.graphql;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.TreeMap;
import org.heliograph.record.PublicRecord;
import org.heliograph.store.PersonalReadWriter;

/** The records of which this request reads a personal field. */
@RequestScoped
public class PersonalReads {
  private final PersonalReadWriter writer;
  private final CurrentViewer viewer;
  private final CurrentRequest request;
  private final Map<String, PublicRecord> rows = new TreeMap<>();

  public PersonalReads(PersonalReadWriter writer, CurrentViewer viewer, CurrentRequest request) {
    this.writer = writer;
    this.viewer = viewer;
    this.request = request;
  }

  /** A personal field of the row is about to be told. */
  public synchronized void reading(PublicRecord row) {
    rows.put(row.kind() + "/" + row.recordId + "/" + row.revision, row);
  }

  /** Puts what was read on the trail; without that, nothing may be answered. */
  public synchronized void settle() {
    if (!rows.isEmpty()) {
      writer.note(rows.values(), viewer.get(), request.id(), request.addressClass());
      rows.clear();
    }
  }
}
