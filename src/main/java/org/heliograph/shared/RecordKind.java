package org.heliograph.shared;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/**
 * The kinds of record that the portal publishes. The slug names tables, indices, mappings and
 * importers.
 */
@Enum
@Description("The kinds of record that the portal publishes.")
public enum RecordKind {
  @Description("权力事项 an administrative power.")
  POWER_ITEM("power-item", "PowerItem", "power_item"),
  @Description("公开信息 something disclosed under the catalogue.")
  DISCLOSURE("disclosure", "Disclosure", "disclosure"),
  @Description("补贴享受对象 one receipt of one person or household in one period.")
  SUBSIDY_BENEFICIARY("subsidy-beneficiary", "SubsidyBeneficiary", "subsidy_beneficiary"),
  @Description("案件处理结果 the published result of a case.")
  CASE_OUTCOME("case-outcome", "CaseOutcome", "case_outcome"),
  @Description("法条 an article of a statute.")
  STATUTE_ARTICLE("statute-article", "StatuteArticle", "statute_article");

  private final String slug;
  private final String typeName;
  private final String table;

  RecordKind(String slug, String typeName, String table) {
    this.slug = slug;
    this.typeName = typeName;
    this.table = table;
  }

  /** The word in index names and mapping files, for example {@code power-item}. */
  public String slug() {
    return slug;
  }

  /** The GraphQL type name, which also prefixes global ids. */
  public String typeName() {
    return typeName;
  }

  /** The table that holds the revisions of this kind. */
  public String table() {
    return table;
  }
}
