package org.heliograph.caseoutcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** One measure that was decided. */
@Description("One measure 处理决定 that was decided, for example 警告, 罚款, 党内严重警告.")
public record Sanction(
    @NonNull @Description("What was decided.") String measure,
    @Nullable @Description("Amount, CNY; null where the measure has none.") BigDecimal amount,
    @Nullable @Description("Details, for example for how long.") String detail,
    @Nullable @Description("Last day of a ban; null for what is no ban, or has no end.")
        LocalDate until) {
  public Sanction {
    Problem.required("outcomes.measure", measure);
  }
}
