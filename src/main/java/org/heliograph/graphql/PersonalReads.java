package org.heliograph.graphql;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.TreeMap;
import org.heliograph.record.PublicRecord;
import org.heliograph.store.PersonalReadWriter;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/** The records of which this request reads a personal field. */
@RequestScoped
public class PersonalReads {
  private final PersonalReadWriter writer;
  private final CurrentViewer viewer;
  private final CurrentRequest request;

  /** A file may tell of a million: more than these are not held back. */
  private static final int MOST = 1_000;

  private final Map<String, PublicRecord> rows = new TreeMap<>();
  private @Nullable Reader reader;

  /** Who reads outside a GraphQL request. */
  public record Reader(Viewer viewer, String requestId, String addressClass) {}

  public PersonalReads(PersonalReadWriter writer, CurrentViewer viewer, CurrentRequest request) {
    this.writer = writer;
    this.viewer = viewer;
    this.request = request;
  }

  /** Says who reads, where no GraphQL request does. */
  public void begin(Reader who) {
    reader = who;
  }

  /** A personal field of the row is about to be told. */
  public synchronized void reading(PublicRecord row) {
    rows.put(row.kind() + "/" + row.recordId + "/" + row.revision, row);
    if (rows.size() >= MOST) {
      settle();
    }
  }

  /** Puts what was read on the trail; without that, nothing may be answered. */
  public synchronized void settle() {
    if (!rows.isEmpty()) {
      Reader who = reader;
      if (who == null) {
        who = new Reader(viewer.get(), request.id(), request.addressClass());
      }
      writer.note(rows.values(), who.viewer(), who.requestId(), who.addressClass());
      rows.clear();
    }
  }
}
