package org.heliograph.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.heliograph.directory.NameKind;

/** What a suggestion is. */
@Enum
@Description("What a suggestion is.")
public enum SuggestionKind {
  @Description("Title of a record, or what the titles of several have in common.")
  TITLE,
  @Description("Name of an organisation.")
  ORGANISATION,
  @Description("Name of a division.")
  REGION,
  @Description("Name of a subsidy programme.")
  PROGRAMME,
  @Description("Name of a law.")
  LAW;

  static SuggestionKind of(NameKind kind) {
    return switch (kind) {
      case ORGANISATION -> ORGANISATION;
      case REGION -> REGION;
      case PROGRAMME -> PROGRAMME;
      case LAW -> LAW;
    };
  }
}
