package org.heliograph.graphql;

import java.time.Instant;
import java.util.Set;
import org.heliograph.directory.OrganisationView;
import org.heliograph.directory.RegionView;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.Audience;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * The part of every record's view that the kinds share, with what the viewer may read of this row.
 */
public abstract class RecordView implements RecordNode, RecordOrTombstone {
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
    return fields.contains(needed) ? value : null;
  }

  @Override
  public String getId() {
    return row.ref().globalId();
  }

  @Override
  public RecordKind getKind() {
    return row.kind();
  }

  @Override
  public String getCode() {
    return row.code;
  }

  @Override
  public String getTitle() {
    return row.title;
  }

  @Override
  public OrganisationView getOrganisation() {
    return surroundings.organisation(row.organisation);
  }

  @Override
  public RegionView getRegion() {
    return surroundings.region(row.region());
  }

  @Override
  public Audience getAudience() {
    return row.audience;
  }

  @Override
  public Stage getStage() {
    return row.stage;
  }

  @Override
  public int getRevision() {
    return row.revision;
  }

  @Override
  public @Nullable Instant getPublishedAt() {
    return row.publishedAt.equals(OpenEnd.INSTANT) ? null : row.publishedAt;
  }

  @Override
  public Instant getChangedAt() {
    return row.changedAt;
  }

  @Override
  public @Nullable Instant getExpiresAt() {
    return row.visibleUntil.equals(OpenEnd.INSTANT) ? null : row.visibleUntil;
  }

  @Override
  public @Nullable String getChangeNote() {
    return row.changeNote;
  }

  @Override
  public @Nullable WithdrawalView getWithdrawal() {
    return WithdrawalView.of(row);
  }
}
