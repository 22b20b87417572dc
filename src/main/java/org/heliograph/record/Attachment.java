package org.heliograph.record;

import java.time.Instant;
import java.util.List;
import org.heliograph.shared.Audience;
import org.heliograph.shared.Problem;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a revision: an original voucher 原始凭据, minutes, a table, a photo.
 *
 * @param file id of the stored file; null where only this much is known of it
 * @param size bytes
 * @param sha256 digest of the content, in hexadecimal
 * @param note what it shows
 * @param audience whom it is for, within the record's own audience
 * @param unread what of it no scan can read, so that a person has to look
 * @param withdrawal why and when it was taken back; null for one that stands
 */
public record Attachment(
    @Nullable String file,
    String name,
    String mediaType,
    long size,
    String sha256,
    @Nullable String note,
    Audience audience,
    List<String> unread,
    @Nullable Withdrawn withdrawal) {

  /** How an attachment was taken back; its name is gone as well where it was erased. */
  public record Withdrawn(Instant at, boolean erased, String reason) {}

  public Attachment {
    Problem.required("attachments.name", name);
    Problem.required("attachments.mediaType", mediaType);
    Problem.required("attachments.sha256", sha256);
    if (size < 0) {
      throw Problem.badInput("attachments.size", "must not be negative");
    }
    // absent in what was stored before there were audiences
    audience = audience == null ? Audience.PUBLIC : audience;
    unread = unread == null ? List.of() : List.copyOf(unread);
  }

  /** One whose content lies elsewhere: an import tells of it. */
  public static Attachment elsewhere(
      String name, String mediaType, long size, String sha256, @Nullable String note) {
    return new Attachment(
        null, name, mediaType, size, sha256, note, Audience.PUBLIC, List.of(), null);
  }

  /** What an editor says of a file that was uploaded; the store fills in the rest. */
  public static Attachment claimed(
      String file, @Nullable String name, @Nullable String note, Audience audience) {
    return new Attachment(
        file, name == null ? "" : name, "", 0, "", note, audience, List.of(), null);
  }

  /** Who may read of it, on rows where they may read that class. */
  public FieldClass fieldClass() {
    return switch (audience) {
      case PUBLIC -> FieldClass.OPEN;
      case INTERNAL -> FieldClass.INTERNAL;
      case RESTRICTED -> FieldClass.PERSONAL;
    };
  }

  /** Whether its content may be handed out to those who may read of it. */
  public boolean stands() {
    return file != null && withdrawal == null;
  }

  /** The same, taken back. */
  public Attachment withdrawn(Instant at, String reason) {
    return new Attachment(
        file,
        name,
        mediaType,
        size,
        sha256,
        note,
        audience,
        unread,
        new Withdrawn(at, false, reason));
  }

  /** The same, without anything that it said. */
  public Attachment erased(Instant at) {
    return new Attachment(
        file,
        "（已依法删除）",
        "application/octet-stream",
        0,
        "",
        null,
        audience,
        List.of(),
        new Withdrawn(at, true, ""));
  }
}
