package org.heliograph.graphql;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.directory.OrganisationView;
import org.heliograph.directory.RegionView;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.jspecify.annotations.Nullable;

/** What all records have in common. */
@Interface
@Name("Record")
@Description("What all records have in common.")
public interface RecordNode extends Node {
  @NonNull
  @Description("Kind of the record.")
  RecordKind getKind();

  @NonNull
  @Description("Stable public code, unique within the organisation.")
  String getCode();

  @NonNull
  @Description("Title.")
  String getTitle();

  @NonNull
  @Description("The organisation that owns the record.")
  OrganisationView getOrganisation();

  @NonNull
  @Description("The division that the record lies in.")
  RegionView getRegion();

  @NonNull
  @Description("Whom the record is for.")
  Audience getAudience();

  @NonNull
  @Description("Where this revision stands.")
  Stage getStage();

  @Description("Number of this revision; a correction raises it.")
  int getRevision();

  @Nullable
  @Description("When it was published; null before that.")
  Instant getPublishedAt();

  @Nullable
  @Description(
      "For people in office: what you saw, to be given back with a change. Null for the public.")
  String getVersion();

  @Id
  @Nullable
  @Description("For people in office: the import that it came by; null when written by hand.")
  String getImportId();

  @Nullable
  @Description("For people in office: why the reviewer returned it.")
  String getReviewNote();

  @NonNull
  @Description(
      "For people in office: what the privacy scan found at submission and why it may go out; empty for the public.")
  List<@NonNull PrivacyDecisionView> getPrivacyDecisions();

  @Nullable
  @Description("For people in office: when an approved revision will be published.")
  Instant getScheduledFor();

  @NonNull
  @Description("Files that belong to it, of those that are for you.")
  List<@NonNull AttachmentView> getAttachments();

  @NonNull
  @Description("When this revision last changed.")
  Instant getChangedAt();

  @Nullable
  @Description("When its publication window closes; null when it stays open.")
  Instant getExpiresAt();

  @Nullable
  @Description("What this revision changed, in words for the public.")
  String getChangeNote();

  @Nullable
  @Description("Set on a withdrawn record that stays readable.")
  WithdrawalView getWithdrawal();
}
