package org.heliograph.editing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.record.Attachment;
import org.heliograph.shared.Audience;
import org.jspecify.annotations.Nullable;

/** A file that a record shall have. */
@Input("AttachmentInput")
@Description("A file that a record shall have.")
public class AttachmentInput {
  @Id
  @NonNull
  @Description("Id of the file, from its upload or from the record that has it already.")
  public String file;

  @Nullable
  @Description("Its name for readers, with the ending of its kind; that of the upload when absent.")
  public String name;

  @Nullable
  @Description("What it shows.")
  public String note;

  @Nullable
  @Description("Whom it is for, within the record's own audience; PUBLIC when absent.")
  public Audience audience;

  Attachment claim() {
    return Attachment.claimed(file, name, note, audience == null ? Audience.PUBLIC : audience);
  }
}
