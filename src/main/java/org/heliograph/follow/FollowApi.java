package org.heliograph.follow;

import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.CurrentChange;
import org.heliograph.graphql.Selection;
import org.heliograph.record.Interest;
import org.heliograph.record.RecordChange;
import org.jspecify.annotations.Nullable;

/** Being told what happens. */
@GraphQLApi
public class FollowApi {
  private final CurrentChange current;
  private final ChangedRecords records;

  public FollowApi(CurrentChange current, ChangedRecords records) {
    this.current = current;
    this.records = records;
  }

  @Subscription
  @PermitAll
  @NonNull
  @Description(
      "Tells of each change of records that you may see, from now on; over a WebSocket with the subprotocol graphql-transport-ws at the same address. Who was cut off reads what was missed from a list or a feed.")
  public Multi<RecordChangeView> recordChanged(
      @Nullable @Description("Which changes; all when absent.") RecordChangeFilter filter,
      Context context) {
    Interest interest = (filter == null ? new RecordChangeFilter() : filter).interest();
    current.follow(interest);
    Optional<RecordChange> change = current.get();
    return Multi.createFrom()
        .items(
            change
                .flatMap(each -> records.view(each, Selection.of(context).at("record")))
                .stream());
  }
}
