package org.heliograph.visibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.heliograph.shared.Audience;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RegionCode;
import org.heliograph.shared.Stage;
import org.heliograph.support.Planted;

/**
 * Viewers, rows, and which rows each viewer is to see in which field class. The first part is
 * written by hand, name by name; the second is generated from a fixed seed, and there the matcher
 * is the oracle. Every renderer of a condition has to agree with all of it.
 */
public final class VisibilityCorpus {
  /** The instant at which all viewers look. */
  public static final Instant AT = Instant.parse("2026-06-01T00:00:00.123456Z");

  private static final Instant LONG_AGO = Instant.parse("2026-01-05T01:00:00Z");
  private static final Instant JUST_BEFORE = AT.minusNanos(1_000);
  private static final Instant JUST_AFTER = AT.plusNanos(1_000);
  private static final String PROVINCE = "990000000000";
  private static final String CITY = "990100000000";
  private static final String COUNTY = "990121000000";
  private static final String OTHER_COUNTY = "990122000000";
  private static final String TOWN = "990121101000";
  private static final String OTHER_TOWN = "990121102000";
  private static final String VILLAGE = "990121101201";
  private static final String OTHER_VILLAGE = "990121102201";
  private static final List<String> REGIONS =
      List.of(
          RegionCode.NATION.value(),
          PROVINCE,
          CITY,
          COUNTY,
          OTHER_COUNTY,
          TOWN,
          OTHER_TOWN,
          VILLAGE,
          OTHER_VILLAGE);
  private static final List<String> ORGANISATIONS = List.of("QY-MZJ", "QY-NYJ", "QY-GAJ");

  private VisibilityCorpus() {}

  /** A row by the name that expectations use. */
  public record Row(String name, Planted facts) {}

  /** Which rows a viewer is to see in a class, by name. */
  public record Expectation(String viewer, Viewer who, FieldClass fieldClass, Set<String> rows) {}

  /** The hand-written rows; the prefix keeps codes apart from other runs. */
  public static List<Row> rows(String prefix) {
    var rows = new ArrayList<Row>();
    var published = new Build(prefix, rows);
    published.add("village", "QY-MZJ", VILLAGE);
    published.add("other village", "QY-MZJ", OTHER_VILLAGE);
    published.add("town", "QY-MZJ", TOWN);
    published.add("county", "QY-NYJ", COUNTY);
    published.add("other county", "QY-NYJ", OTHER_COUNTY);
    published.add("city", "QY-NYJ", CITY);
    published.add("province", "QY-GAJ", PROVINCE);
    published.add("nation", "QY-GAJ", RegionCode.NATION.value());
    published.add("internal village", "QY-NYJ", VILLAGE, row -> row.to(Audience.INTERNAL));
    published.add("internal county", "QY-MZJ", COUNTY, row -> row.to(Audience.INTERNAL));
    published.add(
        "internal nation", "QY-GAJ", RegionCode.NATION.value(), row -> row.to(Audience.INTERNAL));
    published.add("restricted village", "QY-MZJ", VILLAGE, row -> row.to(Audience.RESTRICTED));
    published.add("restricted county", "QY-NYJ", COUNTY, row -> row.to(Audience.RESTRICTED));
    published.add("opens now", "QY-NYJ", TOWN, row -> row.between(AT, OpenEnd.INSTANT));
    published.add(
        "opens just after", "QY-NYJ", TOWN, row -> row.between(JUST_AFTER, OpenEnd.INSTANT));
    published.add(
        "opened just before", "QY-NYJ", TOWN, row -> row.between(JUST_BEFORE, OpenEnd.INSTANT));
    published.add("closes now", "QY-NYJ", TOWN, row -> row.between(LONG_AGO, AT));
    published.add("closes just after", "QY-NYJ", TOWN, row -> row.between(LONG_AGO, JUST_AFTER));
    published.add("closed just before", "QY-NYJ", TOWN, row -> row.between(LONG_AGO, JUST_BEFORE));
    published.add(
        "internal closed",
        "QY-NYJ",
        TOWN,
        row -> row.to(Audience.INTERNAL).between(LONG_AGO, JUST_BEFORE));
    published.add("draft", "QY-MZJ", VILLAGE, row -> row.in(Stage.DRAFT));
    published.add("in review", "QY-NYJ", OTHER_VILLAGE, row -> row.in(Stage.IN_REVIEW));
    published.add("approved", "QY-GAJ", COUNTY, row -> row.in(Stage.APPROVED));
    published.add("withdrawn", "QY-MZJ", TOWN, row -> row.in(Stage.WITHDRAWN));
    return rows;
  }

  private record Build(String prefix, List<Row> rows) {
    void add(String name, String organisation, String region) {
      add(name, organisation, region, row -> row);
    }

    void add(
        String name,
        String organisation,
        String region,
        java.util.function.UnaryOperator<Planted> change) {
      var row =
          Planted.published(
              RecordKind.POWER_ITEM, prefix + "-" + rows.size(), organisation, region);
      rows.add(new Row(name, change.apply(row)));
    }
  }

  private static Viewer viewer(Set<Role> roles, Set<String> organisations, Set<String> regions) {
    return new Viewer("someone", roles, organisations, regions, AT);
  }

  /** What each viewer is to see of the hand-written rows. */
  public static List<Expectation> expectations() {
    Set<String> open =
        Set.of(
            "village",
            "other village",
            "town",
            "county",
            "other county",
            "city",
            "province",
            "nation",
            "opens now",
            "opened just before",
            "closes just after");
    Set<String> openInCounty =
        Set.of(
            "village",
            "other village",
            "town",
            "county",
            "opens now",
            "opened just before",
            "closes just after");
    Set<String> openInTown =
        Set.of("village", "town", "opens now", "opened just before", "closes just after");
    Set<String> allInTown =
        plus(
            openInTown,
            "internal village",
            "restricted village",
            "opens just after",
            "closes now",
            "closed just before",
            "internal closed",
            "draft",
            "withdrawn");
    var all = new ArrayList<Expectation>();
    expect(all, "anonymous", Viewer.anonymous(AT), open, Set.of(), Set.of());
    expect(
        all, "citizen", viewer(Set.of(Role.CITIZEN), Set.of(), Set.of()), open, Set.of(), Set.of());
    expect(
        all,
        "citizen with claims",
        viewer(Set.of(Role.CITIZEN), Set.of("QY-MZJ"), Set.of(COUNTY)),
        open,
        Set.of(),
        Set.of());
    expect(
        all,
        "no role but claims",
        viewer(Set.of(), Set.of("QY-MZJ"), Set.of(COUNTY)),
        open,
        Set.of(),
        Set.of());
    expect(
        all,
        "staff without a region",
        viewer(Set.of(Role.STAFF), Set.of(), Set.of()),
        open,
        Set.of(),
        Set.of());
    expect(
        all,
        "staff of the county",
        viewer(Set.of(Role.STAFF), Set.of(), Set.of(COUNTY)),
        plus(open, "internal village", "internal county"),
        plus(openInCounty, "internal village", "internal county"),
        Set.of());
    expect(
        all,
        "staff of the town",
        viewer(Set.of(Role.STAFF), Set.of(), Set.of(TOWN)),
        plus(open, "internal village"),
        plus(openInTown, "internal village"),
        Set.of());
    expect(
        all,
        "staff of the nation",
        viewer(Set.of(Role.STAFF), Set.of(), Set.of(RegionCode.NATION.value())),
        plus(open, "internal village", "internal county", "internal nation"),
        plus(open, "internal village", "internal county", "internal nation"),
        Set.of());
    expect(
        all,
        "editor without an organisation",
        viewer(Set.of(Role.EDITOR), Set.of(), Set.of(COUNTY)),
        open,
        Set.of(),
        Set.of());
    Set<String> civil =
        Set.of(
            "village",
            "other village",
            "town",
            "internal county",
            "restricted village",
            "draft",
            "withdrawn");
    expect(
        all,
        "editor",
        viewer(Set.of(Role.EDITOR), Set.of("QY-MZJ"), Set.of()),
        union(open, civil),
        civil,
        civil);
    expect(
        all,
        "reviewer",
        viewer(Set.of(Role.REVIEWER), Set.of("QY-MZJ"), Set.of()),
        union(open, civil),
        civil,
        civil);
    Set<String> police = Set.of("province", "nation", "internal nation", "approved");
    expect(
        all,
        "editor of two organisations",
        viewer(Set.of(Role.EDITOR), Set.of("QY-MZJ", "QY-GAJ"), Set.of()),
        union(open, union(civil, police)),
        union(civil, police),
        union(civil, police));
    expect(
        all,
        "supervisor of the town",
        viewer(Set.of(Role.SUPERVISOR), Set.of(), Set.of(TOWN)),
        union(open, allInTown),
        allInTown,
        allInTown);
    expect(
        all,
        "supervisor of the village",
        viewer(Set.of(Role.SUPERVISOR), Set.of(), Set.of(VILLAGE)),
        plus(open, "internal village", "restricted village", "draft"),
        Set.of("village", "internal village", "restricted village", "draft"),
        Set.of("village", "internal village", "restricted village", "draft"));
    expect(
        all,
        "supervisor of nowhere known",
        viewer(Set.of(Role.SUPERVISOR), Set.of(), Set.of("123456789012")),
        open,
        Set.of(),
        Set.of());
    expect(
        all,
        "auditor",
        viewer(Set.of(Role.AUDITOR), Set.of(), Set.of()),
        plus(open, "internal village", "internal county", "internal nation"),
        plus(open, "internal village", "internal county", "internal nation"),
        Set.of());
    expect(
        all,
        "staff of the town who also edits",
        viewer(Set.of(Role.STAFF, Role.EDITOR), Set.of("QY-GAJ"), Set.of(TOWN)),
        union(plus(open, "internal village"), police),
        union(plus(openInTown, "internal village"), police),
        police);
    return all;
  }

  private static void expect(
      List<Expectation> all,
      String name,
      Viewer viewer,
      Set<String> open,
      Set<String> internal,
      Set<String> personal) {
    all.add(new Expectation(name, viewer, FieldClass.OPEN, open));
    all.add(new Expectation(name, viewer, FieldClass.INTERNAL, internal));
    all.add(new Expectation(name, viewer, FieldClass.PERSONAL, personal));
    all.add(new Expectation(name, viewer, FieldClass.REPORTER, Set.of()));
  }

  private static Set<String> plus(Set<String> some, String... more) {
    return union(some, Set.of(more));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  /** Rows of every shape, the same for the same seed. */
  public static List<Row> generated(String prefix, long seed, int count) {
    var random = new Random(seed);
    var stages =
        List.of(
            Stage.PUBLISHED,
            Stage.PUBLISHED,
            Stage.PUBLISHED,
            Stage.DRAFT,
            Stage.APPROVED,
            Stage.WITHDRAWN);
    var from = List.of(LONG_AGO, LONG_AGO, JUST_BEFORE, AT, JUST_AFTER, OpenEnd.INSTANT);
    var until = List.of(OpenEnd.INSTANT, OpenEnd.INSTANT, JUST_AFTER, AT, JUST_BEFORE);
    var rows = new ArrayList<Row>();
    for (int i = 0; i < count; i++) {
      var row =
          Planted.published(
                  RecordKind.POWER_ITEM,
                  prefix + "-G" + i,
                  pick(ORGANISATIONS, random),
                  pick(REGIONS, random))
              .in(pick(stages, random))
              .to(pick(List.of(Audience.values()), random))
              .between(pick(from, random), pick(until, random));
      rows.add(new Row("generated " + i, row));
    }
    return rows;
  }

  /** Viewers of every shape, the same for the same seed. */
  public static List<Viewer> generatedViewers(long seed, int count) {
    var random = new Random(seed);
    var viewers = new ArrayList<Viewer>();
    for (int i = 0; i < count; i++) {
      var roles = EnumSet.noneOf(Role.class);
      for (Role role : Role.values()) {
        if (random.nextInt(4) == 0) {
          roles.add(role);
        }
      }
      viewers.add(
          new Viewer(
              "generated " + i, roles, some(ORGANISATIONS, random), some(REGIONS, random), AT));
    }
    return viewers;
  }

  /** What the matcher says: the oracle for generated rows. */
  public static Set<String> admitted(Condition condition, List<Row> rows) {
    Predicate<Row> admits = row -> Matcher.admits(condition, row.facts());
    return rows.stream()
        .filter(admits)
        .map(Row::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static Set<String> some(List<String> from, Random random) {
    return from.stream().filter(each -> random.nextInt(4) == 0).collect(Collectors.toSet());
  }

  /** By code, the way back from a row of the database to its name. */
  public static Map<String, String> names(List<Row> rows) {
    return rows.stream().collect(Collectors.toMap(row -> row.facts().code(), Row::name));
  }
}
