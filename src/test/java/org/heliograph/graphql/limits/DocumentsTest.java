package org.heliograph.graphql.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heliograph.graphql.error.EngineErrors;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Failures;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.limits.PreparedDocument.Refused;
import org.heliograph.graphql.limits.PreparedDocument.Runnable;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final GraphQLSchema SCHEMA =
      new SchemaGenerator()
          .makeExecutableSchema(
              new SchemaParser()
                  .parse(
                      """
                      type Query {
                        items(first: Int, last: Int, text: String, amount: Float): Items!
                        item(code: Int): Item
                      }
                      type Items { edges: [Edge!]! totalCount: Int }
                      type Edge { node: Item! }
                      type Item {
                        code: String steps: [Item!]! parent: Item
                        related(first: Int = 10): Items!
                      }
                      """),
              RuntimeWiring.MOCKED_WIRING);

  private final Documents documents = documents(true);

  private static Documents documents(boolean introspection) {
    return new Documents(SCHEMA, new TestLimits(introspection), new EngineErrors(new Failures()));
  }

  private Refusal refused(String text) {
    return refused(documents, text);
  }

  private static Refusal refused(Documents documents, String text) {
    PreparedDocument prepared =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> documents.prepare(text));
    return assertInstanceOf(Refused.class, prepared).refusals().get(0);
  }

  private long fields(String text, Map<String, Object> variables) {
    Runnable runnable = assertInstanceOf(Runnable.class, documents.prepare(text));
    return assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> Objects.requireNonNull(runnable.operation(null)).fields(variables));
  }

  @Test
  void fifteen_levels_are_allowed_and_sixteen_are_not() {
    String fifteen = "{item" + "{parent".repeat(13) + "{code" + "}".repeat(15);
    assertInstanceOf(Runnable.class, documents.prepare(fifteen));
    String sixteen = "{item" + "{parent".repeat(14) + "{code" + "}".repeat(16);
    assertEquals(ErrorCode.QUERY_TOO_DEEP, refused(sixteen).code());
  }

  @Test
  void levels_hidden_in_fragments_count() {
    String chain =
        IntStream.range(0, 8)
            .mapToObj(i -> "fragment F%d on Item {parent {parent {...F%d}}}".formatted(i, i + 1))
            .collect(Collectors.joining(" "));
    String text = "{item {...F0}} " + chain + " fragment F8 on Item {code}";
    assertEquals(ErrorCode.QUERY_TOO_DEEP, refused(text).code());
  }

  @Test
  void brackets_without_end_are_refused_by_the_parser() {
    ErrorCode code = refused("{a".repeat(900)).code();
    assertEquals(ErrorCode.QUERY_TOO_DEEP, code);
  }

  @Test
  void a_flood_of_aliases_is_refused() {
    String flood =
        IntStream.range(0, 31)
            .mapToObj(i -> "a" + i + ": item(code: 1) {code}")
            .collect(Collectors.joining(" ", "{", "}"));
    assertEquals(ErrorCode.TOO_MANY_ALIASES, refused(flood).code());
  }

  @Test
  void a_flood_of_words_is_refused() {
    assertEquals(ErrorCode.QUERY_TOO_LONG, refused("{item {" + "code ".repeat(2000) + "}}").code());
  }

  @Test
  void a_flood_of_directives_is_refused() {
    String text = "{item {" + "code @include(if: true) ".repeat(21) + "}}";
    assertEquals(ErrorCode.TOO_MANY_DIRECTIVES, refused(text).code());
  }

  @Test
  void a_flood_of_operations_is_refused() {
    String text =
        IntStream.range(0, 11)
            .mapToObj(i -> "query Q" + i + " {item {code}}")
            .collect(Collectors.joining(" "));
    assertEquals(ErrorCode.TOO_MANY_OPERATIONS, refused(text).code());
  }

  @Test
  void a_fragment_that_holds_itself_is_refused_without_going_round() {
    String text = "{item {...A}} fragment A on Item {parent {...B}} fragment B on Item {...A}";
    assertEquals(ErrorCode.GRAPHQL_VALIDATION_FAILED, refused(text).code());
  }

  @Test
  void a_bomb_of_fragments_is_priced_without_being_unfolded() {
    String bomb = bomb("(first: 2)");
    assertTrue(fields("query {items {edges {node {...F0}}}} " + bomb, Map.of()) > 1_000_000_000L);
  }

  @Test
  void a_bomb_of_fragments_with_a_variable_in_it_is_priced_without_being_unfolded() {
    String text = "query ($n: Int) {items {edges {node {...F0}}}} " + bomb("(first: $n)");
    assertTrue(fields(text, Map.of("n", 1)) > 1_000_000_000L);
  }

  /** Forty fragments, each holding the next twice: 2^40 fields on some four levels. */
  private static String bomb(String page) {
    return IntStream.range(0, 40)
            .mapToObj(i -> "fragment F%d on Item {...F%d ...F%d}".formatted(i, i + 1, i + 1))
            .collect(Collectors.joining(" "))
        + " fragment F40 on Item {related"
        + page
        + " {totalCount}}";
  }

  @Test
  void a_page_costs_its_size_times_what_each_element_costs() {
    assertEquals(1 + 50 * 3, fields("{items(first: 50) {edges {node {code}}}}", Map.of()));
    assertEquals(1 + 7 * 3, fields("{items(last: 7) {edges {node {code}}}}", Map.of()));
  }

  @Test
  void a_page_size_may_stand_in_a_variable_or_its_default() {
    String text = "query ($n: Int = 30) {items(first: $n) {edges {node {code}}}}";
    assertEquals(1 + 40 * 3, fields(text, Map.of("n", 40)));
    assertEquals(1 + 30 * 3, fields(text, Map.of()));
  }

  @Test
  void a_page_without_a_size_and_a_plain_list_count_as_assumed() {
    assertEquals(1 + 20 * 3, fields("{items {edges {node {code}}}}", Map.of()));
    assertEquals(1 + 1 + 4 * 1, fields("{item {steps {code}}}", Map.of()));
  }

  @Test
  void pages_in_pages_multiply_and_never_overflow() {
    String text =
        "{items(first: 2147483647) {edges {node {related(first: 2147483647) {edges {node {related(first: 2147483647) {totalCount}}}}}}}}";
    assertTrue(fields(text, Map.of()) >= 1L << 31);
    String negative = "query ($n: Int) {items(first: $n) {totalCount}}";
    assertEquals(2, fields(negative, Map.of("n", Integer.MIN_VALUE)));
  }

  @Test
  void introspection_answers_or_is_refused_as_set() {
    assertInstanceOf(Runnable.class, documents.prepare("{__schema {types {name}}}"));
    Documents closed = documents(false);
    assertEquals(
        ErrorCode.INTROSPECTION_DISABLED, refused(closed, "{__schema {types {name}}}").code());
    assertEquals(
        ErrorCode.INTROSPECTION_DISABLED,
        refused(closed, "{...A} fragment A on Query {__type(name: \"Item\") {name}}").code());
    assertInstanceOf(Runnable.class, closed.prepare("{__typename item {__typename}}"));
  }

  @Test
  void a_number_that_would_fill_the_memory_is_refused() {
    assertEquals(ErrorCode.BAD_INPUT, refused("{items(amount: 1e999999999) {totalCount}}").code());
  }

  @Test
  void a_document_is_prepared_once() {
    String text = "{item {code}}";
    assertSame(documents.prepare(text), documents.prepare(new String(text.toCharArray())));
  }

  @Test
  void what_is_wrong_is_said_without_the_value() {
    String person = "99012119800101123X";
    for (String text :
        new String[] {
          "{item(code: \"%s\") {code}}",
          "{items(text: {id: \"%s\"}) {totalCount}}",
          "query ($a: Int = \"%s\") {item(code: $a) {code}}",
          "{item(code: 1 \"%s\") {code}}",
          "{item \"%s"
        }) {
      Refusal refusal = refused(text.formatted(person));
      assertFalse(refusal.toString().contains("990121"), refusal.toString());
      assertFalse(refusal.message().isBlank());
    }
  }

  @Test
  void a_literal_that_does_not_fit_names_its_argument() {
    Refusal refusal = refused("{item(code: \"99012119800101123X\") {code}}");
    assertEquals(ErrorCode.BAD_INPUT, refusal.code());
    assertEquals("code", refusal.argument());
  }

  @Test
  void a_document_that_is_not_graphql_tells_where() {
    Refusal refusal = refused("{item {code}");
    assertEquals(ErrorCode.GRAPHQL_PARSE_FAILED, refusal.code());
    assertEquals(1, refusal.at().size());
  }

  @Test
  void an_unknown_field_is_named() {
    Refusal refusal = refused("{item {colour}}");
    assertEquals(ErrorCode.GRAPHQL_VALIDATION_FAILED, refusal.code());
    assertTrue(refusal.message().contains("colour"), refusal.message());
    assertFalse(refusal.message().contains("Validation error"), refusal.message());
  }
}
