package org.heliograph.shared;

/**
 * The kinds of record that the portal publishes. The slug names tables, indices, mappings and
 * importers.
 */
public enum RecordKind {
  POWER_ITEM("power-item", "PowerItem", "power_item"),
  DISCLOSURE("disclosure", "Disclosure", "disclosure"),
  SUBSIDY_BENEFICIARY("subsidy-beneficiary", "SubsidyBeneficiary", "subsidy_beneficiary"),
  CASE_OUTCOME("case-outcome", "CaseOutcome", "case_outcome"),
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
