package org.heliograph.editing;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.Audience;
import org.jspecify.annotations.Nullable;

/** What every draft says of itself. */
public abstract class RecordInput {
  @NonNull
  @Description("Code of the record, unique within the organisation; 1 to 64 characters.")
  public String code;

  @Nullable
  @Description(
      "Title in words for the public; needed but for receipts, whose title is made of programme, year and name.")
  public String title;

  @Nullable
  @Description("Code of the organisation that owns it; yours when absent.")
  public String organisation;

  @Nullable
  @Description(
      "12-digit code of the division that it lies in; that of the organisation when absent.")
  public String region;

  @Nullable
  @Description("Whom it is for; PUBLIC when absent.")
  public Audience audience;

  @Nullable
  @Description("When it becomes visible once it is published; at once when absent.")
  public Instant visibleFrom;

  @Nullable
  @Description("When it stops being shown; never when absent.")
  public Instant visibleUntil;

  @Nullable
  @Description("What a correction changes, in words for the public; a correction needs it.")
  public String changeNote;

  @Nullable
  @Description(
      "Its files, all of them: those that it keeps are named again. Uploaded at POST /attachments before.")
  public List<@NonNull AttachmentInput> attachments;
}
