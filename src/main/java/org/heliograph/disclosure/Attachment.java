package org.heliograph.disclosure;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** What is known of a file that belongs to a disclosure; the file itself lies elsewhere. */
@Description(
    "A file that belongs to a record, such as an original voucher 原始凭据, minutes or a photo: what is known of it, not its content.")
public record Attachment(
    @NonNull @Description("File name.") String name,
    @NonNull @Description("Media type, for example application/pdf.") String mediaType,
    @Description("Size in bytes.") int size,
    @NonNull @Description("SHA-256 digest of the content, in hexadecimal.") String sha256,
    @Nullable @Description("What the file shows.") String note) {
  public Attachment {
    Problem.required("attachments.name", name);
    Problem.required("attachments.mediaType", mediaType);
    Problem.required("attachments.sha256", sha256);
    if (size < 0) {
      throw Problem.badInput("attachments.size", "must not be negative");
    }
  }
}
