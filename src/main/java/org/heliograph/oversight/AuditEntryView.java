package org.heliograph.oversight;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.audit.AuditEntry;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.jspecify.annotations.Nullable;

/** An entry of the audit trail. */
@Name("AuditEntry")
@Description("An entry of the audit trail: who did what, when and why. It holds no personal field.")
public record AuditEntryView(
    @NonNull @Description("Chain that the entry stands in: an organisation's code, or empty.")
        String chain,
    @NonNull @Description("Place in the chain, from 1, as a decimal number.") String position,
    @NonNull @Description("SHA-256 over this entry and all before it in its chain.") String hash,
    @NonNull @Description("When.") Instant at,
    @NonNull @Description("Account; operator and timetable are the installation itself.")
        String actor,
    @NonNull @Description("Role that the actor used.") String role,
    @Nullable @Description("Organisation that the actor acted for.") String organisation,
    @NonNull @Description("Kind of the record, or of the records.") RecordKind kind,
    @Id
        @Nullable
        @Description("Global id of the record, which you may not be able to open; null for many.")
        String recordId,
    @Nullable @Description("Code of the record; null for many.") String code,
    @Nullable @Description("Version of the record after it.") String version,
    @NonNull
        @Description(
            "DRAFT, UPDATE, CORRECT, SUBMIT, APPROVE, RETURN, SCHEDULE, PUBLISH, WITHDRAW, EXPIRE, IMPORT, ADDRESS, READ_PERSONAL or ERASE_TRAIL.")
        String transition,
    @Nullable @Description("Why; null where no reason is needed, or after an erasure.")
        String reason,
    @NonNull @Description("Fields that it changed; values of open and internal fields alone.")
        List<@NonNull FieldChangeView> changes,
    @Nullable @Description("Id of the request.") String requestId,
    @Nullable @Description("LOOPBACK, PRIVATE or PUBLIC; null for the installation itself.")
        String addressClass,
    @Description("How many records it concerns.") int records,
    @Description("Whether its reason and changes were erased with the record.") boolean erased) {

  static AuditEntryView of(AuditEntry entry) {
    AuditEntry.Detail detail = entry.detail();
    Long record = entry.recordId();
    return new AuditEntryView(
        entry.chain(),
        Long.toString(entry.position()),
        entry.hash(),
        entry.at(),
        entry.actor(),
        entry.role(),
        entry.organisation(),
        entry.kind(),
        record == null ? null : RecordRef.of(entry.kind(), record).globalId(),
        entry.code(),
        entry.edition() == null ? null : entry.revision() + "." + entry.edition(),
        entry.transition(),
        detail == null ? null : detail.reason(),
        detail == null ? List.of() : detail.changes().stream().map(FieldChangeView::of).toList(),
        entry.request(),
        entry.address(),
        record == null ? entry.rows() : 1,
        detail == null);
  }

  /** A field that a change gave another value. */
  @Name("FieldChange")
  @Description("A field that a change gave another value.")
  public record FieldChangeView(
      @NonNull @Description("Name of the field.") String field,
      @NonNull @Description("Its class: OPEN, INTERNAL, PERSONAL or REPORTER.") String fieldClass,
      @Nullable @Description("Value before, as text or JSON; null when it is not told.")
          String before,
      @Nullable @Description("Value after, as text or JSON; null when it is not told.")
          String after) {

    static FieldChangeView of(AuditEntry.FieldChange change) {
      return new FieldChangeView(
          change.field(), change.fieldClass(), change.before(), change.after());
    }
  }
}
