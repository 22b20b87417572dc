package org.heliograph.graphql;

import io.smallrye.graphql.api.Context;
import jakarta.annotation.security.PermitAll;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.jspecify.annotations.Nullable;

/** Queries over all kinds: by global id, and by kind and code. */
@GraphQLApi
public class RecordApi {
  private final RecordReader reader;
  private final AllViews views;

  public RecordApi(RecordReader reader, AllViews views) {
    this.reader = reader;
    this.views = views;
  }

  @Query
  @PermitAll
  @Nullable
  @Description(
      "The record with a global id, or its tombstone. NOT_FOUND when there is none for you.")
  public Node node(
      @NonNull @Id @Description("Global id of the record.") String id, Context context) {
    RecordRef ref = RecordRef.parse(id).orElseThrow(RecordReader::notFound);
    return reader.byRef(of(ref.kind()), ref, Selection.of(context));
  }

  @Query
  @PermitAll
  @Nullable
  @Description(
      "The record of a kind with a code, or its tombstone. NOT_FOUND when there is none for you.")
  public RecordOrTombstone record(
      @NonNull @Description("Kind of the record.") RecordKind kind,
      @NonNull @Description("Code of the record.") String code,
      @Nullable
          @Description("Code of the organisation; needed only where several use the same code.")
          String organisation,
      Context context) {
    return reader.recordByCode(of(kind), code, organisation, Selection.of(context));
  }

  private Views<?, ?> of(RecordKind kind) {
    return views.of(kind).orElseThrow(RecordReader::notFound);
  }
}
