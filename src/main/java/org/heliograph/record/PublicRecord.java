package org.heliograph.record;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.heliograph.shared.Stage;
import org.heliograph.visibility.Attribute;
import org.heliograph.visibility.Facts;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a record: the part that all kinds share. Fields are read anywhere; they change
 * only by the verbs here and in the entities (a test watches over it). {@code rowVersion} is raised
 * by the database at every write.
 */
@MappedSuperclass
public abstract class PublicRecord extends Staged implements Facts {
  /** Of this revision's row; assigned by the store. */
  @Id public Long id;

  @Column(name = "record_id", nullable = false)
  public Long recordId;

  public int revision;

  @Column(name = "row_version", insertable = false, updatable = false)
  public long rowVersion;

  public String code;
  public String title;
  public String organisation;

  @Column(name = "change_note")
  public @Nullable String changeNote;

  /** Accounts that wrote this revision's content, one a line: none of them may approve it. */
  public String authors;

  /** The import that wrote it; null for what was written by hand. */
  @Column(name = "import_id")
  public @Nullable Long importId;

  /** The files that belong to it; null for none. */
  @JdbcTypeCode(SqlTypes.JSON)
  public @Nullable List<Attachment> attachments;

  /** What its files say, by their ids; read for the index alone. */
  @Transient public Map<String, String> fileTexts = Map.of();

  @Column(name = "content_hash")
  public String contentHash;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "created_by")
  public String createdBy;

  public abstract RecordKind kind();

  /** Starts as the first draft of a new record; what the draft leaves open takes its default. */
  protected void begin(Origin origin) {
    revision = 1;
    edition = 1;
    stage = Stage.DRAFT;
    audience = origin.audience();
    code = origin.code();
    title = origin.title();
    organisation = origin.organisation();
    settle(origin.region());
    visibleFrom = origin.visibleFrom() == null ? OpenEnd.INSTANT : origin.visibleFrom();
    visibleUntil = origin.visibleUntil() == null ? OpenEnd.INSTANT : origin.visibleUntil();
    publishedAt = OpenEnd.INSTANT;
    contentHash = origin.contentHash();
    createdAt = origin.at();
    createdBy = origin.actor();
    authors = origin.actor();
    changeNote = origin.changeNote();
    changedAt = origin.at();
    changedBy = origin.actor();
  }

  /** Gives a new record its identity, which all its revisions will share. */
  public void identify(long identity, long rowId) {
    id = rowId;
    recordId = identity;
  }

  /** Came with an imported list, which is reviewed as one unit. */
  public void comeWith(@Nullable Long importRun) {
    importId = importRun;
  }

  /** Takes the place of an earlier draft of the same record. */
  public void replaceDraft(PublicRecord draft) {
    id = draft.id;
    recordId = draft.recordId;
    revision = draft.revision;
    edition = draft.edition + 1;
    authors = join(draft.authors, authors);
    createdAt = draft.createdAt;
    createdBy = draft.createdBy;
  }

  /** Becomes a correction of an already public record. */
  public void correct(PublicRecord published, long newId, int nextRevision) {
    id = newId;
    recordId = published.recordId;
    revision = nextRevision;
    createdAt = published.createdAt;
    createdBy = published.createdBy;
  }

  /** The files that belong to it, in their order. */
  public List<Attachment> attachments() {
    return attachments == null ? List.of() : attachments;
  }

  /** Has these files and no others. */
  public void attach(List<Attachment> files) {
    attachments = files.isEmpty() ? null : List.copyOf(files);
  }

  /** One of its files is taken back, wherever this revision has it. */
  public void changeAttachment(
      String file, UnaryOperator<Attachment> change, Instant at, String actor) {
    attach(
        attachments().stream()
            .map(each -> file.equals(each.file()) ? change.apply(each) : each)
            .toList());
    touch(at, actor);
  }

  /** Its files' texts, for the index. */
  public void read(Map<String, String> texts) {
    fileTexts = Map.copyOf(texts);
  }

  /** Empties every field that a draft fills, except what tells records of the kind apart. */
  protected abstract void blank();

  /** Loses its content for good, in whatever stage it is; a revision in work is given up. */
  public void erase(Instant at, String actor) {
    blank();
    title = "（已依法删除）";
    changeNote = null;
    attachments = null;
    reviewNote = null;
    contentHash = "";
    privacyDecisions = null;
    if (stage.slot() == Stage.Slot.WORK) {
      scheduledFor = null;
      supersede(at, actor);
    } else {
      touch(at, actor);
    }
  }

  private static String join(String some, String more) {
    return Stream.concat(some.lines(), more.lines()).distinct().collect(Collectors.joining("\n"));
  }

  /**
   * The global reference: a correction in work is told apart from the revision that speaks for the
   * record.
   */
  public RecordRef ref() {
    boolean correction = stage.slot() != Stage.Slot.PUBLIC && revision > 1;
    return new RecordRef(kind(), recordId, correction ? revision : 0);
  }

  @Override
  public Set<String> texts(Attribute attribute) {
    return switch (attribute) {
      case STAGE -> Set.of(stage.name());
      case AUDIENCE -> Set.of(audience.name());
      case ORGANISATION -> Set.of(organisation);
      case REGION_PATH -> regionPath();
      case VISIBLE_FROM, VISIBLE_UNTIL ->
          throw new IllegalArgumentException(attribute + " is an instant");
    };
  }

  @Override
  public Instant instant(Attribute attribute) {
    return switch (attribute) {
      case VISIBLE_FROM -> visibleFrom;
      case VISIBLE_UNTIL -> visibleUntil;
      case STAGE, AUDIENCE, ORGANISATION, REGION_PATH ->
          throw new IllegalArgumentException(attribute + " is not an instant");
    };
  }
}
