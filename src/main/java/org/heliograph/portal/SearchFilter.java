package org.heliograph.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.CommonFilter;
import org.heliograph.record.Criterion;
import org.jspecify.annotations.Nullable;

/** What a search may be narrowed by. */
@Input("SearchFilter")
@Description(
    "Narrows a search; all given parts must hold. A kind that lacks a field has no record that meets it.")
public class SearchFilter extends CommonFilter {
  @Nullable
  @Description("Years that the record is about, or else of its publication.")
  public List<@NonNull Integer> years;

  @Nullable
  @Description("Categories of power items or disclosures, by name.")
  public List<@NonNull String> categories;

  @Nullable
  @Description(
      "Places in the tree of categories, as the facet CATEGORY_TREE writes them; each with all below it.")
  public List<@NonNull String> categoryPaths;

  @Nullable
  @Description("Subsidy programmes, by code.")
  public List<@NonNull String> programmes;

  @Nullable
  @Description("Laws of statute articles, without the state's name in front.")
  public List<@NonNull String> laws;

  @Nullable
  @Description("Amounts of at least this much; finds only what has an amount: receipts.")
  public BigDecimal amountFrom;

  @Nullable
  @Description("Amounts of at most this much.")
  public BigDecimal amountTo;

  @Nullable
  @Description("Open to objections on this date 公示期内.")
  public LocalDate publicityOn;

  @Override
  public List<Criterion> criteria() {
    return common()
        .anyOf("year", years)
        .anyOf("category", categories)
        .anyOf("categoryPath", categoryPaths)
        .anyOf("programme", programmes)
        .anyOf("law", laws)
        .between("amount", amountFrom, amountTo)
        .between("publicityFrom", null, publicityOn)
        .between("publicityUntil", publicityOn, null)
        .criteria();
  }
}
