package org.heliograph;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may depend on whom. The rules take the root package, so that a test can show each of them a
 * violation that was planted for it.
 */
final class PackageRules {
  private static final Set<String> ENGINES =
      Set.of(
          "shared",
          "visibility",
          "record",
          "audit",
          "outbox",
          "store",
          "directory",
          "search",
          "privacy",
          "graphql");
  private static final Set<String> EDITED =
      and(ENGINES, "importing", "export", "workflow", "editing");

  /** What each package may use besides itself. A package that is not named here may use nothing. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("shared", Set.of()),
          Map.entry("visibility", Set.of("shared")),
          Map.entry("privacy", Set.of("shared")),
          Map.entry("record", Set.of("shared", "visibility")),
          Map.entry("audit", Set.of("shared", "visibility", "record")),
          Map.entry("outbox", Set.of("shared", "visibility", "record")),
          Map.entry("workflow", Set.of("shared", "visibility", "record", "privacy")),
          Map.entry(
              "store",
              Set.of("shared", "visibility", "record", "privacy", "workflow", "audit", "outbox")),
          Map.entry("directory", Set.of("shared", "visibility", "record", "audit", "store")),
          Map.entry(
              "search",
              Set.of("shared", "visibility", "record", "audit", "outbox", "store", "directory")),
          Map.entry(
              "importing",
              Set.of("shared", "visibility", "record", "audit", "outbox", "store", "directory")),
          Map.entry(
              "graphql",
              Set.of("shared", "visibility", "record", "workflow", "store", "directory")),
          Map.entry(
              "export", Set.of("shared", "visibility", "record", "store", "directory", "graphql")),
          Map.entry(
              "attachment",
              Set.of("shared", "visibility", "privacy", "record", "workflow", "store", "graphql")),
          Map.entry("template", Set.of("shared", "graphql", "importing")),
          Map.entry("command", and(ENGINES, "importing", "export", "relevance")),
          Map.entry("relevance", Set.of()),
          Map.entry(
              "timetable",
              Set.of(
                  "shared", "visibility", "record", "workflow", "store", "search", "attachment")),
          Map.entry("editing", and(ENGINES, "importing", "export", "workflow")),
          Map.entry("clock", and(ENGINES, "importing", "workflow", "editing")),
          Map.entry("analytics", and(ENGINES, "export")),
          Map.entry("portal", and(ENGINES, "export", "analytics", "delivery")),
          Map.entry("delivery", Set.of("shared")),
          Map.entry("oversight", and(ENGINES, "export")),
          Map.entry("vocabulary", ENGINES),
          Map.entry("follow", ENGINES),
          Map.entry("statute", EDITED),
          Map.entry("poweritem", and(EDITED, "statute")),
          Map.entry("disclosure", and(EDITED, "statute", "poweritem")),
          Map.entry("caseoutcome", and(EDITED, "statute", "poweritem")),
          Map.entry("subsidy", and(EDITED, "statute", "poweritem")));

  private PackageRules() {}

  private static Set<String> and(Set<String> some, String... more) {
    var all = new HashSet<>(some);
    all.addAll(List.of(more));
    return all;
  }

  private static String part(String root, JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    String below = name.substring(root.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  static ArchRule dependencies(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("use only the packages that theirs may use") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                String from = part(root, type);
                Set<String> allowed = MAY_USE.getOrDefault(from, Set.of());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  String to = part(root, dependency.getTargetClass().getBaseComponentType());
                  if (!to.isEmpty() && !to.equals(from) && !allowed.contains(to)) {
                    events.add(violated(type, dependency.getDescription()));
                  }
                }
              }
            });
  }

  static ArchRule elasticsearchOnlyInSearch(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".search..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("co.elastic..");
  }

  /** Others may hand a session on within a transaction, but never call it. */
  static ArchRule sessionsOnlyWhereRecordsAreReadAndWritten(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(
            root + ".store..",
            root + ".outbox..",
            root + ".audit..",
            root + ".importing..",
            root + ".directory..",
            root + ".search..",
            root + ".analytics..")
        .should()
        .accessClassesThat(
            describe(
                "are sessions or connections",
                type ->
                    type.getPackageName().equals("org.hibernate")
                        || type.getPackageName().startsWith("org.hibernate.query")
                        || type.getPackageName().startsWith("io.quarkus.hibernate")
                        || type.isAssignableTo("jakarta.persistence.EntityManager")
                        || type.isAssignableTo("java.sql.Connection")
                        || type.isAssignableTo("javax.sql.DataSource")));
  }

  static ArchRule securityOnlyInGraphql(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".graphql..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.<JavaClass>describe(
                "tell who is asking",
                type ->
                    type.getPackageName().startsWith("io.quarkus.security")
                        || type.getPackageName().startsWith("io.quarkus.oidc")
                        || type.getPackageName().startsWith("org.eclipse.microprofile.jwt")));
  }

  static ArchRule securityAnnotationsOnlyOnApis(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .haveSimpleNameNotEndingWith("Api")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.annotation.security..");
  }
}
