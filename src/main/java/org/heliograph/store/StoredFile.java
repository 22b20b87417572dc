package org.heliograph.store;

import java.util.List;
import org.heliograph.privacy.Finding;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an uploaded file.
 *
 * @param id also the link to it
 * @param sha256 digest of the content as it is handed out
 * @param findings what looks personal in it
 * @param unread what of it no scan can read
 * @param kind of the record that has it; null until a revision has
 */
public record StoredFile(
    String id,
    String organisation,
    State state,
    String name,
    String mediaType,
    long size,
    String sha256,
    List<Finding> findings,
    List<String> unread,
    @Nullable RecordKind kind,
    @Nullable Long recordId) {

  /** Where it stands. */
  public enum State {
    /** Its content is being stored. */
    ARRIVING,
    READY,
    /** Taken back from the record that has it. */
    WITHDRAWN,
    /** Its content is to be deleted, and then the row. */
    PURGED
  }

  /** A page of its text. */
  public record Page(String place, String text) {}
}
