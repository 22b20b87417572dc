package org.heliograph.clock;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.OpenEnd;
import org.heliograph.store.ExpiryComparison.Difference;
import org.jspecify.annotations.Nullable;

/** Records that a rule would show for less long. */
@Description("Published records that a rule of expiry would show for less long than they are.")
public record ExpiryDifferenceConnection(
    @NonNull @Description("The records.") List<@NonNull DifferenceView> nodes,
    @Nullable
        @Description(
            "Cursor to go on from; null at the end. Each answer compares a limited number of records, so that one may find none and still have a cursor.")
        String endCursor) {

  /** A record that a rule would show for less long. */
  @Name("ExpiryDifference")
  @Description("A record that a rule of expiry would show for less long than it is.")
  public record DifferenceView(
      @Id @NonNull @Description("Global id of the record.") String recordId,
      @NonNull @Description("Its code.") String code,
      @NonNull @Description("Its title.") String title,
      @Nullable @Description("When its window closes; null: never.") Instant expiresAt,
      @NonNull @Description("The rule that covers it.") ExpiryRuleView rule,
      @NonNull @Description("When the rule would have it expire; may have passed.")
          Instant wouldExpireAt) {

    static DifferenceView of(Difference<? extends PublicRecord> found) {
      var row = found.row();
      return new DifferenceView(
          row.ref().globalId(),
          row.code,
          row.title,
          row.visibleUntil.equals(OpenEnd.INSTANT) ? null : row.visibleUntil,
          ExpiryRuleView.of(found.rule()),
          found.until());
    }
  }
}
