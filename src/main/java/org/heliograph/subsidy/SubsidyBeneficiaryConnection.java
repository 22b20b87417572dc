package org.heliograph.subsidy;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.PageInfo;
import org.heliograph.shared.Page;
import org.jspecify.annotations.Nullable;

/** A page of subsidy beneficiaries (Relay connection). */
@Description("A page of subsidy beneficiaries (Relay connection).")
public record SubsidyBeneficiaryConnection(
    @NonNull @Description("The rows with their cursors.") List<@NonNull Edge> edges,
    @NonNull @Description("The rows alone.") List<@NonNull SubsidyBeneficiaryView> nodes,
    @NonNull @Description("Where the page stands.") PageInfo pageInfo,
    @Nullable @Description("Exact number of rows in the whole list; counted only when selected.")
        Integer totalCount) {

  /** A row and its cursor. */
  @org.eclipse.microprofile.graphql.Type("SubsidyBeneficiaryEdge")
  @Description("A subsidy beneficiary and its place in the list.")
  public record Edge(
      @NonNull @Description("Cursor for after and before.") String cursor,
      @NonNull @Description("The subsidy beneficiary.") SubsidyBeneficiaryView node) {}

  static SubsidyBeneficiaryConnection of(Page<SubsidyBeneficiaryView> page) {
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < page.rows().size(); i++) {
      edges.add(new Edge(page.cursors().get(i), page.rows().get(i)));
    }
    return new SubsidyBeneficiaryConnection(
        edges, page.rows(), PageInfo.of(page), PageInfo.total(page));
  }
}
