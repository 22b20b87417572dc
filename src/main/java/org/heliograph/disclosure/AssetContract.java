package org.heliograph.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** A contract about collective funds, assets or resources. */
@Description("A contract 合同 about collective funds, assets or resources 三资.")
public record AssetContract(
    @NonNull @Description("What the contract is about.") String asset,
    @Nullable @Description("The other party 承包方.") String counterpart,
    @Nullable @Description("First day.") LocalDate from,
    @Nullable @Description("Last day.") LocalDate until,
    @Nullable @Description("Amount, CNY.") BigDecimal amount,
    @Nullable @Description("What the amount is for, for example 元/年.") String unit)
    implements DisclosureDetail {
  public AssetContract {
    Problem.required("contract.asset", asset);
  }
}
