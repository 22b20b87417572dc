package org.heliograph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.heliograph.planted.caseoutcome.AsksTheClock;
import org.heliograph.planted.caseoutcome.EmptyNameHelper;
import org.heliograph.planted.caseoutcome.GenericView;
import org.heliograph.planted.caseoutcome.ReadsTheToken;
import org.heliograph.planted.caseoutcome.UsesElasticsearch;
import org.heliograph.planted.caseoutcome.UsesSubsidy;
import org.heliograph.planted.poweritem.OpensASession;
import org.heliograph.planted.poweritem.OperationForNobodyKnows;
import org.heliograph.planted.poweritem.OperationThatReturnsAnEntity;
import org.heliograph.planted.poweritem.WritesAField;
import org.heliograph.planted.shared.ReachesUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules hold, and each of them catches what it is there to catch. */
class HouseRulesTest {
  private static final String ROOT = "org.heliograph";
  private static final String PLANTED = "org.heliograph.planted";
  private static final Path SOURCES = Path.of("src/main/java");
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static Stream<ArchRule> rules() {
    return Stream.of(
        PackageRules.dependencies(ROOT),
        SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles(),
        PackageRules.elasticsearchOnlyInSearch(ROOT),
        PackageRules.sessionsOnlyWhereRecordsAreReadAndWritten(ROOT),
        PackageRules.securityOnlyInGraphql(ROOT),
        PackageRules.securityAnnotationsOnlyOnApis(ROOT),
        CodeRules.APIS_ARE_NAMED_SO,
        CodeRules.OPERATIONS_SAY_WHO_MAY,
        CodeRules.OPERATIONS_RETURN_NO_ENTITIES,
        CodeRules.ENTITIES_CHANGE_BY_THEIR_OWN_VERBS,
        CodeRules.NO_EMPTY_NAMES,
        CodeRules.VIEWS_ARE_NOT_GENERIC,
        CodeRules.ONE_CLOCK);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void our_code_keeps_the_rule(ArchRule rule) {
    rule.check(OURS);
  }

  private static Stream<Arguments> violations() {
    return Stream.of(
        Arguments.of(PackageRules.dependencies(PLANTED), ReachesUp.class),
        Arguments.of(PackageRules.dependencies(PLANTED), UsesSubsidy.class),
        Arguments.of(PackageRules.elasticsearchOnlyInSearch(PLANTED), UsesElasticsearch.class),
        Arguments.of(
            PackageRules.sessionsOnlyWhereRecordsAreReadAndWritten(PLANTED), OpensASession.class),
        Arguments.of(PackageRules.securityOnlyInGraphql(PLANTED), ReadsTheToken.class),
        Arguments.of(
            PackageRules.securityAnnotationsOnlyOnApis(PLANTED),
            OperationThatReturnsAnEntity.class),
        Arguments.of(CodeRules.OPERATIONS_SAY_WHO_MAY, OperationForNobodyKnows.class),
        Arguments.of(CodeRules.OPERATIONS_RETURN_NO_ENTITIES, OperationThatReturnsAnEntity.class),
        Arguments.of(CodeRules.ENTITIES_CHANGE_BY_THEIR_OWN_VERBS, WritesAField.class),
        Arguments.of(CodeRules.NO_EMPTY_NAMES, EmptyNameHelper.class),
        Arguments.of(CodeRules.VIEWS_ARE_NOT_GENERIC, GenericView.class),
        Arguments.of(CodeRules.ONE_CLOCK, AsksTheClock.class));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void a_planted_violation_is_caught(ArchRule rule, Class<?> planted) {
    assertTrue(
        rule.allowEmptyShould(true)
            .evaluate(new ClassFileImporter().importClasses(planted))
            .hasViolation(),
        rule.getDescription());
  }

  @Test
  void no_class_is_longer_than_250_lines() throws Exception {
    assertEquals(List.of(), SourceRules.longerThan(250, SOURCES));
  }

  @Test
  void every_package_says_what_it_is_for() throws Exception {
    assertEquals(List.of(), SourceRules.packagesWithoutWords(SOURCES));
  }

  @Test
  void a_long_class_and_a_silent_package_are_caught(@TempDir Path root) throws Exception {
    Path silent = Files.createDirectories(root.resolve("org/silent"));
    Files.writeString(silent.resolve("Long.java"), "\n".repeat(251));
    Files.writeString(silent.resolve("Short.java"), "\n".repeat(250));
    Path spoken = Files.createDirectories(root.resolve("org/spoken"));
    Files.writeString(spoken.resolve("package-info.java"), "/** Words. */ @NullMarked package x;");
    assertEquals(List.of("org/silent/Long.java"), SourceRules.longerThan(250, root));
    assertEquals(List.of("org/silent"), SourceRules.packagesWithoutWords(root));
  }
}
