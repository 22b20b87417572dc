package org.heliograph.support;

import java.time.Instant;
import java.util.Set;
import org.heliograph.shared.Audience;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RegionCode;
import org.heliograph.shared.Stage;
import org.heliograph.visibility.Attribute;
import org.heliograph.visibility.Facts;

/**
 * A record planted straight into the database, in any stage and window that the product's verbs
 * would take time to reach.
 *
 * @param title its title; words and code where it does not matter
 * @param words what its texts say besides its code
 */
public record Planted(
    RecordKind kind,
    String code,
    String title,
    String words,
    String organisation,
    RegionCode region,
    Stage stage,
    Audience audience,
    Instant visibleFrom,
    Instant visibleUntil)
    implements Facts {

  public static Planted published(
      RecordKind kind, String code, String organisation, String region) {
    return new Planted(
        kind,
        code,
        "低保补贴发放审核公示" + code,
        "低保补贴发放审核公示",
        organisation,
        new RegionCode(region),
        Stage.PUBLISHED,
        Audience.PUBLIC,
        Instant.parse("2026-01-05T01:00:00Z"),
        OpenEnd.INSTANT);
  }

  public Planted saying(String other) {
    return new Planted(
        kind,
        code,
        other + code,
        other,
        organisation,
        region,
        stage,
        audience,
        visibleFrom,
        visibleUntil);
  }

  /** With a title that others may have as well. */
  public Planted titled(String other) {
    return new Planted(
        kind, code, other, words, organisation, region, stage, audience, visibleFrom, visibleUntil);
  }

  public Planted in(Stage other) {
    return new Planted(
        kind, code, title, words, organisation, region, other, audience, visibleFrom, visibleUntil);
  }

  public Planted to(Audience other) {
    return new Planted(
        kind, code, title, words, organisation, region, stage, other, visibleFrom, visibleUntil);
  }

  public Planted between(Instant from, Instant until) {
    return new Planted(
        kind, code, title, words, organisation, region, stage, audience, from, until);
  }

  @Override
  public Set<String> texts(Attribute attribute) {
    return switch (attribute) {
      case STAGE -> Set.of(stage.name());
      case AUDIENCE -> Set.of(audience.name());
      case ORGANISATION -> Set.of(organisation);
      case REGION_PATH -> {
        var path = new java.util.HashSet<String>();
        path.add(RegionCode.NATION.value());
        region.path().forEach(code -> path.add(code.value()));
        yield path;
      }
      case VISIBLE_FROM, VISIBLE_UNTIL -> throw new IllegalArgumentException(attribute.name());
    };
  }

  @Override
  public Instant instant(Attribute attribute) {
    return attribute == Attribute.VISIBLE_FROM ? visibleFrom : visibleUntil;
  }
}
