package org.heliograph.graphql;

import io.smallrye.graphql.api.Context;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.EnumMap;
import java.util.Map;
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
  private final Map<RecordKind, Views<?, ?>> views = new EnumMap<>(RecordKind.class);

  public RecordApi(RecordReader reader, @Any Instance<Views<?, ?>> all) {
    this.reader = reader;
    all.forEach(each -> views.put(each.type().kind(), each));
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
    Views<?, ?> found = views.get(kind);
    if (found == null) {
      throw RecordReader.notFound();
    }
    return found;
  }
}
