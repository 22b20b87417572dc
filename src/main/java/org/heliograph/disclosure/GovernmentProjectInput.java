package org.heliograph.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A government project. */
@Input("GovernmentProjectInput")
@Description("A government project.")
public class GovernmentProjectInput {
  @NonNull
  @Description("Name.")
  public String name;

  @Nullable
  @Description("Budget, CNY.")
  public BigDecimal budget;

  @Nullable
  @Description("Contract sum, CNY.")
  public BigDecimal contractSum;

  @Nullable
  @Description("Contractor.")
  public String contractor;

  @Nullable
  @Description("Changes of the contract.")
  public List<@NonNull ChangeInput> changes;

  @Nullable
  @Description("Payments.")
  public List<@NonNull PaymentInput> payments;

  /** A change of a contract. */
  @Input("ProjectChangeInput")
  @Description("A change of a contract.")
  public static class ChangeInput {
    @NonNull
    @Description("When.")
    public LocalDate on;

    @Nullable
    @Description("Why.")
    public String reason;

    @Nullable
    @Description("By how much, CNY.")
    public BigDecimal amount;
  }

  /** A payment for a project. */
  @Input("ProjectPaymentInput")
  @Description("A payment for a project.")
  public static class PaymentInput {
    @NonNull
    @Description("When.")
    public LocalDate on;

    @NonNull
    @Description("CNY.")
    public BigDecimal amount;
  }
}
