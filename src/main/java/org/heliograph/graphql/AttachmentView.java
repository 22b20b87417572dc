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
public record AttachmentView(
    @Nullable
        @Id
        @Description(
            "Id of the file, to be given back with a change of the record; null where only this much is known of it.")
        String file,
    @NonNull @Description("File name.") String name,
    @NonNull @Description("Media type, for example application/pdf; found in the content.")
        String mediaType,
    @Description("Size in bytes.") int size,
    @NonNull
        @Description(
            "SHA-256 digest of the content, in hexadecimal: whoever downloads it can check that nothing was altered. Empty once the file was erased.")
        String sha256,
    @Nullable @Description("What the file shows.") String note,
    @NonNull @Description("Whom the file is for, within the record's own audience.")
        Audience audience,
    @Nullable
        @Description(
            "Where the content is downloaded, below the address of this service; with your token unless it is public. Null where it cannot be.")
        String path,
    @Nullable @Description("When the file was taken back; null for one that stands.")
        Instant withdrawnAt,
    @Nullable
        @Description("Why the file was taken back; null for one that stands, empty for one erased.")
        String withdrawalReason,
    @NonNull
        @Description(
            "For people in office: what of it no scan can read, such as pictures, so that a person has to look. Empty for the public.")
        List<@NonNull String> unread) {

  /**
   * @param inOffice whether the viewer reads what is for people in office on the record
   */
  static AttachmentView of(Attachment attachment, boolean inOffice) {
    var withdrawal = attachment.withdrawal();
    return new AttachmentView(
        attachment.file(),
        attachment.name(),
        attachment.mediaType(),
        Math.toIntExact(attachment.size()),
        attachment.sha256(),
        attachment.note(),
        attachment.audience(),
        attachment.stands() ? "/attachments/" + attachment.file() : null,
        withdrawal == null ? null : withdrawal.at(),
        withdrawal == null ? null : withdrawal.reason(),
        inOffice ? attachment.unread() : List.of());
  }
}
