package org.heliograph.disclosure;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** A budget or a final account. */
@Description("A budget or final account 预决算.")
public record Account(@NonNull @Description("Lines of the account.") List<@NonNull Line> lines)
    implements DisclosureDetail {
  public Account {
    lines = DisclosureDraft.orEmpty(lines);
  }

  /** One line of an account. */
  @org.eclipse.microprofile.graphql.Type("AccountLine")
  @Description("One line of a budget or final account.")
  public record Line(
      @NonNull @Description("What the money is for, or where it comes from.") String name,
      @Nullable @Description("Budgeted 预算数, CNY.") BigDecimal budget,
      @Nullable @Description("Actual 决算数, CNY.") BigDecimal actual) {
    public Line {
      Problem.required("account.lines.name", name);
    }
  }
}
