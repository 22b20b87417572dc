package org.heliograph.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.directory.OrganisationView;
import org.heliograph.directory.RegionView;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.Audience;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.visibility.FieldClass;
import org.heliograph.workflow.Version;
import org.jspecify.annotations.Nullable;

/**
 * The part of every record's view that the kinds share, with what the viewer may read of this row.
 */
public abstract class RecordView {
  private final PublicRecord row;
  private final Set<FieldClass> fields;
  private final Surroundings surroundings;

  /**
   * One row as a viewer may see it.
   *
   * @param fields the classes that the viewer may read on this row
   */
  public record Visible<E extends PublicRecord>(
      E row, Set<FieldClass> fields, Surroundings surroundings) {}

  protected RecordView(Visible<?> visible) {
    row = visible.row();
    fields = visible.fields();
    surroundings = visible.surroundings();
  }

  /** The value when the viewer may read its class on this row, else null. */
  protected final <T> @Nullable T allowed(FieldClass needed, @Nullable T value) {
    if (value == null || !fields.contains(needed)) {
      return null;
    }
    if (needed == FieldClass.PERSONAL) {
      surroundings.reads().reading(row);
    }
    return value;
  }

  @Id
  @NonNull
  @Description("Opaque global id; stays the same for the record's whole life.")
  public String getId() {
    return row.ref().globalId();
  }

  @NonNull
  @Description("Kind of the record.")
  public RecordKind getKind() {
    return row.kind();
  }

  @NonNull
  @Description("Stable public code, unique within the organisation.")
  public String getCode() {
    return row.code;
  }

  @NonNull
  @Description("Title.")
  public String getTitle() {
    return row.title;
  }

  @NonNull
  @Description("The organisation that owns the record.")
  public OrganisationView getOrganisation() {
    return surroundings.organisation(row.organisation);
  }

  @NonNull
  @Description("The division that the record lies in.")
  public RegionView getRegion() {
    return surroundings.region(row.region());
  }

  @NonNull
  @Description("Whom the record is for.")
  public Audience getAudience() {
    return row.audience;
  }

  @NonNull
  @Description("Where this revision stands.")
  public Stage getStage() {
    return row.stage;
  }

  @Description("Number of this revision; a correction raises it.")
  public int getRevision() {
    return row.revision;
  }

  @Nullable
  @Description("When it was published; null before that.")
  public Instant getPublishedAt() {
    return row.publishedAt.equals(OpenEnd.INSTANT) ? null : row.publishedAt;
  }

  @Nullable
  @Description(
      "For people in office: what you saw, to be given back with a change. Null for the public.")
  public String getVersion() {
    return allowed(FieldClass.INTERNAL, Version.of(row).text());
  }

  @Id
  @Nullable
  @Description("For people in office: the import that it came by; null when written by hand.")
  public String getImportId() {
    Long run = allowed(FieldClass.INTERNAL, row.importId);
    return run == null ? null : run.toString();
  }

  @Nullable
  @Description("For people in office: why the reviewer returned it.")
  public String getReviewNote() {
    return allowed(FieldClass.INTERNAL, row.reviewNote);
  }

  @NonNull
  @Description(
      "For people in office: what the privacy scan found at submission and why it may go out; empty for the public.")
  public List<@NonNull PrivacyDecisionView> getPrivacyDecisions() {
    var decisions = allowed(FieldClass.INTERNAL, row.privacyDecisions);
    return decisions == null ? List.of() : decisions.stream().map(PrivacyDecisionView::of).toList();
  }

  @Nullable
  @Description("For people in office: when an approved revision will be published.")
  public Instant getScheduledFor() {
    return allowed(FieldClass.INTERNAL, row.scheduledFor);
  }

  @NonNull
  @Description("Files that belong to it, of those that are for you.")
  public List<@NonNull AttachmentView> getAttachments() {
    boolean inOffice = fields.contains(FieldClass.INTERNAL);
    return row.attachments().stream()
        .filter(each -> allowed(each.fieldClass(), each) != null)
        .map(each -> AttachmentView.of(each, inOffice))
        .toList();
  }

  @NonNull
  @Description("When this revision last changed.")
  public Instant getChangedAt() {
    return row.changedAt;
  }

  @Nullable
  @Description("When its publication window closes; null when it stays open.")
  public Instant getExpiresAt() {
    return row.visibleUntil.equals(OpenEnd.INSTANT) ? null : row.visibleUntil;
  }

  @Nullable
  @Description("What this revision changed, in words for the public.")
  public String getChangeNote() {
    return row.changeNote;
  }

  @Nullable
  @Description("Set on a withdrawn record that stays readable.")
  public WithdrawalView getWithdrawal() {
    return WithdrawalView.of(row);
  }
}
