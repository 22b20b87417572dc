package org.heliograph.graphql;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.record.Criterion;
import org.heliograph.shared.Audience;
import org.heliograph.shared.Stage;
import org.jspecify.annotations.Nullable;

/** What the lists of all kinds may be narrowed by. Each kind's filter input adds its own. */
public abstract class CommonFilter {
  @Nullable
  @Description("12-digit codes of divisions: records in any of them or below.")
  public List<@NonNull String> regions;

  @Nullable
  @Description("Codes of organisations: records of any of them.")
  public List<@NonNull String> organisations;

  @Nullable
  @Description("Codes of records.")
  public List<@NonNull String> codes;

  @Nullable
  @Description("Stages; the public sees only PUBLISHED whatever is asked.")
  public List<@NonNull Stage> stages;

  @Nullable
  @Description("Audiences; the public sees only PUBLIC whatever is asked.")
  public List<@NonNull Audience> audiences;

  @Nullable
  @Description("Published at or after this instant.")
  public Instant publishedFrom;

  @Nullable
  @Description("Published at or before this instant.")
  public Instant publishedUntil;

  /** Starts the criteria with the common part; a kind goes on from here. */
  protected Criterion.Collector common() {
    RegionArguments.check("filter.regions", regions);
    return Criterion.collect()
        .under(regions)
        .anyOf("organisation", organisations)
        .anyOf("code", codes)
        .anyOf("stage", stages)
        .anyOf("audience", audiences)
        .between("publishedAt", publishedFrom, publishedUntil);
  }

  /** The criteria that this filter stands for. */
  public abstract List<Criterion> criteria();
}
