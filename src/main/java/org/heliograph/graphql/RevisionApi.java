package org.heliograph.graphql;

import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.graphql.RevisionView.FieldDifferenceView;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.shared.RecordRef;
import org.heliograph.store.RevisionReader;
import org.heliograph.visibility.FieldClass;

/** The history of records. */
@GraphQLApi
public class RevisionApi {
  private final RevisionReader reader;
  private final CurrentViewer viewer;
  private final PersonalReads reads;
  private final RecordTypes types;

  public RevisionApi(
      RevisionReader reader, CurrentViewer viewer, PersonalReads reads, RecordTypes types) {
    this.reader = reader;
    this.viewer = viewer;
    this.reads = reads;
    this.types = types;
  }

  @Query
  @PermitAll
  @NonNull
  @Description(
      "The revisions of a record that you may know of, the first one first: for the public those that were public, with their change notes. NOT_FOUND when the record does not exist for you.")
  public List<@NonNull RevisionView> revisions(
      @NonNull @Id @Description("Global id of the record.") String id) {
    RecordRef ref = RecordRef.parse(id).orElseThrow(RecordReader::notFound);
    var known = reader.known(types.of(ref.kind()), ref.recordId(), viewer.get());
    if (known.isEmpty()) {
      throw RecordReader.notFound();
    }
    return known.stream().map(RevisionView::of).toList();
  }

  @Query
  @PermitAll
  @NonNull
  @Description(
      "What a later revision of a record says differently from an earlier one, field by field, in the fields that you may read of both. NOT_FOUND when you may not open both.")
  public List<@NonNull FieldDifferenceView> changes(
      @NonNull @Id @Description("Global id of the record.") String id,
      @Description("Number of the earlier revision.") int from,
      @Description("Number of the later revision.") int to) {
    RecordRef ref = RecordRef.parse(id).orElseThrow(RecordReader::notFound);
    return changes(types.of(ref.kind()), ref, from, to);
  }

  private <E extends PublicRecord> List<FieldDifferenceView> changes(
      RecordType<E> type, RecordRef ref, int from, int to) {
    var changes =
        reader
            .changes(type, ref.recordId(), from, to, viewer.get())
            .orElseThrow(RecordReader::notFound);
    if (changes.stream().anyMatch(each -> each.fieldClass() == FieldClass.PERSONAL)) {
      reader.known(type, ref.recordId(), viewer.get()).stream()
          .filter(row -> row.revision == from || row.revision == to)
          .forEach(reads::reading);
    }
    return changes.stream().map(FieldDifferenceView::of).toList();
  }
}
