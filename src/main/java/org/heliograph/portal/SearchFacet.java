package org.heliograph.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What the records that a search finds can be counted by. */
@Enum
@Description("What the records that a search finds can be counted by.")
public enum SearchFacet {
  @Description("Kind of record.")
  KIND("kind"),
  @Description("Owning organisation, by code.")
  ORGANISATION("organisation"),
  @Description("Division, by 12-digit code; a record counts for its own and all above it.")
  REGION("region"),
  @Description("Category of power items and disclosures.")
  CATEGORY("category"),
  @Description(
      "Tree of categories, written as paths: kind, branch, category (DISCLOSURE/VILLAGE/VILLAGE_FINANCE, POWER_ITEM/MICRO/DECISION), of case outcomes type and violation category. A record counts for its own and all above it; receipts and statute articles have none.")
  CATEGORY_TREE("categoryPath"),
  @Description("Year that the record is about, or else of its publication.")
  YEAR("year"),
  @Description("Exercise level of power items.")
  LEVEL("level"),
  @Description("Integrity-risk grade of power items.")
  GRADE("grade"),
  @Description("State of power items.")
  STATE("state"),
  @Description("Subsidy programme, by code.")
  PROGRAMME("programme"),
  @Description("Type of case outcomes.")
  CASE_TYPE("type"),
  @Description("Violation category of case outcomes.")
  VIOLATION_CATEGORY("violationCategory"),
  @Description("Law of statute articles.")
  LAW("law");

  private final String field;

  SearchFacet(String field) {
    this.field = field;
  }

  String field() {
    return field;
  }
}
