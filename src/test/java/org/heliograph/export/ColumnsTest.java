package org.heliograph.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.heliograph.caseoutcome.CaseOutcomeExport;
import org.heliograph.caseoutcome.CaseOutcomeType;
import org.heliograph.caseoutcome.CaseOutcomeView;
import org.heliograph.disclosure.DisclosureExport;
import org.heliograph.disclosure.DisclosureType;
import org.heliograph.disclosure.DisclosureView;
import org.heliograph.poweritem.PowerItemExport;
import org.heliograph.poweritem.PowerItemType;
import org.heliograph.poweritem.PowerItemView;
import org.heliograph.record.RecordType;
import org.heliograph.statute.StatuteArticleExport;
import org.heliograph.statute.StatuteArticleType;
import org.heliograph.statute.StatuteArticleView;
import org.heliograph.subsidy.SubsidyBeneficiaryExport;
import org.heliograph.subsidy.SubsidyBeneficiaryType;
import org.heliograph.subsidy.SubsidyBeneficiaryView;
import org.heliograph.visibility.FieldClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that the schema shows of a record is missing from its file without a reason. */
class ColumnsTest {
  /** Fields of the schema that are no columns, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "kind", "a file is of one kind, which its name and address say",
          "version", "it is given back with a change, and a file changes nothing",
          "importId", "of use to those who review a list, not to those who read it",
          "reviewNote", "between reviewer and editor, over a draft",
          "scheduledFor", "of what is not published yet",
          "privacyDecisions", "between editor and reviewer",
          "withdrawal", "a withdrawn record is in no export",
          "fiveDisclosures", "each of the five has a column of its own");

  private record Kind(String name, Class<?> view, RecordType<?> type, Export export) {
    @Override
    public String toString() {
      return name;
    }
  }

  @SuppressWarnings("NullAway") // columns are described without reading anything
  private static Stream<Kind> kinds() {
    return Stream.of(
        new Kind(
            "power item",
            PowerItemView.class,
            new PowerItemType(),
            new PowerItemExport(null, null)),
        new Kind(
            "disclosure",
            DisclosureView.class,
            new DisclosureType(),
            new DisclosureExport(null, null)),
        new Kind(
            "subsidy beneficiary",
            SubsidyBeneficiaryView.class,
            new SubsidyBeneficiaryType(),
            new SubsidyBeneficiaryExport(null, null)),
        new Kind(
            "case outcome",
            CaseOutcomeView.class,
            new CaseOutcomeType(),
            new CaseOutcomeExport(null, null)),
        new Kind(
            "statute article",
            StatuteArticleView.class,
            new StatuteArticleType(),
            new StatuteArticleExport(null, null)));
  }

  private static String field(Method accessor) {
    String name = accessor.getName().replaceFirst("^(get|is)", "");
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_field_of_the_schema_is_a_column_or_left_out_for_a_reason(Kind kind) {
    Set<String> columns =
        kind.export().columns().stream().map(ExportColumn::name).collect(Collectors.toSet());
    var missing = new HashSet<String>();
    for (Method accessor : kind.view().getMethods()) {
      String field = field(accessor);
      if (accessor.isAnnotationPresent(Description.class) && !LEFT_OUT.containsKey(field)) {
        if (!columns.contains(field)) {
          missing.add(field);
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_column_has_the_class_that_the_engines_know_the_field_by(Kind kind) {
    int known = 0;
    for (ExportColumn<?> column : kind.export().columns()) {
      if (kind.type().has(column.name())) {
        assertEquals(
            kind.type().field(column.name()).fieldClass(), column.fieldClass(), column.name());
        known++;
      }
    }
    assertTrue(known > 10, "fields that engines know: " + known);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void names_and_headings_are_given_once_and_no_column_tells_of_a_reporter(Kind kind) {
    List<? extends ExportColumn<?>> columns = kind.export().columns();
    assertEquals(columns.size(), columns.stream().map(ExportColumn::name).distinct().count());
    assertEquals(columns.size(), columns.stream().map(ExportColumn::heading).distinct().count());
    for (ExportColumn<?> column : columns) {
      assertFalse(column.fieldClass() == FieldClass.REPORTER, column.name());
      assertTrue(column.heading().matches(".*[\\u4E00-\\u9FFF].*"), column.name());
    }
  }
}
