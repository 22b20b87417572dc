package org.heliograph.graphql;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.record.Attachment;
import org.heliograph.shared.Audience;
import org.jspecify.annotations.Nullable;

/** A file of a record as the schema shows it. */
@Name("Attachment")
@Description(
    "A file that belongs to a record: an original voucher 原始凭据, minutes, a table, a photo.")
public class AttachmentView {
  private final Attachment attachment;
  private final boolean inOffice;

  /**
   * @param inOffice whether the viewer reads what is for people in office on the record
   */
  AttachmentView(Attachment attachment, boolean inOffice) {
    this.attachment = attachment;
    this.inOffice = inOffice;
  }

  @Nullable
  @Id
  @Description(
      "Id of the file, to be given back with a change of the record; null where only this much is known of it.")
  public String getFile() {
    return attachment.file();
  }

  @NonNull
  @Description("File name.")
  public String getName() {
    return attachment.name();
  }

  @NonNull
  @Description("Media type, for example application/pdf; found in the content.")
  public String getMediaType() {
    return attachment.mediaType();
  }

  @Description("Size in bytes.")
  public int getSize() {
    return Math.toIntExact(attachment.size());
  }

  @NonNull
  @Description(
      "SHA-256 digest of the content, in hexadecimal: whoever downloads it can check that nothing was altered. Empty once the file was erased.")
  public String getSha256() {
    return attachment.sha256();
  }

  @Nullable
  @Description("What the file shows.")
  public String getNote() {
    return attachment.note();
  }

  @NonNull
  @Description("Whom the file is for, within the record's own audience.")
  public Audience getAudience() {
    return attachment.audience();
  }

  @Nullable
  @Description(
      "Where the content is downloaded, below the address of this service; with your token unless it is public. Null where it cannot be.")
  public String getPath() {
    return attachment.stands() ? "/attachments/" + attachment.file() : null;
  }

  @Nullable
  @Description("When the file was taken back; null for one that stands.")
  public Instant getWithdrawnAt() {
    var withdrawal = attachment.withdrawal();
    return withdrawal == null ? null : withdrawal.at();
  }

  @Nullable
  @Description("Why the file was taken back; null for one that stands, empty for one erased.")
  public String getWithdrawalReason() {
    var withdrawal = attachment.withdrawal();
    return withdrawal == null ? null : withdrawal.reason();
  }

  @NonNull
  @Description(
      "For people in office: what of it no scan can read, such as pictures, so that a person has to look. Empty for the public.")
  public List<@NonNull String> getUnread() {
    return inOffice ? attachment.unread() : List.of();
  }
}
