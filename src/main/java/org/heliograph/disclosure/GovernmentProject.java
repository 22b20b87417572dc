package org.heliograph.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/** A project that public money pays for. */
@Description("A project 工程项目 that public money pays for: budget, contract, changes, payments.")
public record GovernmentProject(
    @NonNull @Description("Name of the project.") String name,
    @Nullable @Description("Budget 预算, CNY.") BigDecimal budget,
    @Nullable @Description("Contract sum 合同价, CNY.") BigDecimal contractSum,
    @Nullable @Description("Contractor 承建单位.") String contractor,
    @NonNull @Description("Changes 变更 in the order in which they were agreed.")
        List<@NonNull Change> changes,
    @NonNull @Description("Payments 拨付 in the order in which they were made.")
        List<@NonNull Payment> payments)
    implements DisclosureDetail {
  public GovernmentProject {
    Problem.required("project.name", name);
    changes = DisclosureDraft.orEmpty(changes);
    payments = DisclosureDraft.orEmpty(payments);
  }

  /** One change of a project's contract. */
  @org.eclipse.microprofile.graphql.Type("ProjectChange")
  @Description("One change 变更 of a project's contract.")
  public record Change(
      @NonNull @Description("Date of the change.") LocalDate on,
      @Nullable @Description("Why it was changed.") String reason,
      @Nullable @Description("By how much the contract sum changes, CNY; negative: less.")
          BigDecimal amount) {
    public Change {
      Problem.required("project.changes.on", on);
    }
  }

  /** One payment to a project's contractor. */
  @org.eclipse.microprofile.graphql.Type("ProjectPayment")
  @Description("One payment 拨付 for a project.")
  public record Payment(
      @NonNull @Description("Date of the payment.") LocalDate on,
      @NonNull @Description("Amount, CNY.") BigDecimal amount) {
    public Payment {
      Problem.required("project.payments.on", on);
      Problem.required("project.payments.amount", amount);
    }
  }
}
