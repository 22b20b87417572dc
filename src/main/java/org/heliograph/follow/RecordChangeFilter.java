package org.heliograph.follow;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.RegionArguments;
import org.heliograph.record.Interest;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.Problem;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RecordRef;
import org.jspecify.annotations.Nullable;

/** Which changes to be told of. */
@Input("RecordChangeFilter")
@Description(
    "Which changes to be told of; all given parts must hold. A withdrawal is told whatever `organisations` and `regions` say, because what it leaves does not tell where the record belonged.")
public class RecordChangeFilter {
  private static final int MOST = 100;

  @Nullable
  @Description("Kinds of records.")
  public List<@NonNull RecordKind> kinds;

  @Nullable
  @Description("Kinds of changes.")
  public List<@NonNull ChangeKind> changes;

  @Id
  @Nullable
  @Description("Global ids of records, at most 100.")
  public List<@NonNull String> records;

  @Nullable
  @Description("Codes of organisations, at most 100.")
  public List<@NonNull String> organisations;

  @Nullable
  @Description("12-digit codes of divisions, at most 100: records in any of them or below.")
  public List<@NonNull String> regions;

  Interest interest() {
    RegionArguments.check("filter.regions", regions);
    for (String id : some("filter.records", records)) {
      if (RecordRef.parse(id).isEmpty()) {
        throw Problem.badInput(
            "filter.records", "is no global id of a record: take it from its field id");
      }
    }
    return new Interest(
        some("filter.kinds", kinds),
        some("filter.changes", changes),
        some("filter.records", records),
        some("filter.organisations", organisations),
        some("filter.regions", regions));
  }

  private static <T> Set<T> some(String path, @Nullable Collection<T> values) {
    if (values == null) {
      return Set.of();
    }
    if (values.size() > MOST) {
      throw Problem.badInput(
          path,
          "names more than %d: leave it out, or ask by several subscriptions".formatted(MOST));
    }
    return Set.copyOf(values);
  }
}
