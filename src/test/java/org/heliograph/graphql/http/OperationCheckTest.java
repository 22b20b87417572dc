package org.heliograph.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Map;
import java.util.Optional;
import org.heliograph.graphql.error.EngineErrors;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Failures;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.limits.Documents;
import org.heliograph.graphql.limits.PreparedDocument;
import org.heliograph.graphql.limits.TestLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OperationCheckTest {
  private final OperationCheck check = new OperationCheck(new TestLimits(true));
  private final Documents documents =
      new Documents(
          new SchemaGenerator()
              .makeExecutableSchema(
                  new SchemaParser()
                      .parse(
                          """
                          type Query { items(first: Int): [Query!]! name: String }
                          type Mutation { publish: String }
                          type Subscription { published: String }
                          """),
                  RuntimeWiring.MOCKED_WIRING),
          new TestLimits(true),
          new EngineErrors(new Failures()));

  private @Nullable ErrorCode check(
      String text, @Nullable String operation, Map<String, Object> variables, boolean post) {
    PreparedDocument.Runnable document =
        assertInstanceOf(PreparedDocument.Runnable.class, documents.prepare(text));
    Optional<Refusal> refusal =
        check.refusal(
            document.operation(operation), new GraphQLRequest(text, operation, variables, post));
    return refusal.map(Refusal::code).orElse(null);
  }

  @Test
  void a_mutation_runs_by_post_alone() {
    assertEquals(null, check("mutation {publish}", null, Map.of(), true));
    assertEquals(ErrorCode.METHOD_NOT_ALLOWED, check("mutation {publish}", null, Map.of(), false));
    assertEquals(
        ErrorCode.METHOD_NOT_ALLOWED,
        check("query Q {name} mutation M {publish}", "M", Map.of(), false));
    assertEquals(null, check("query Q {name} mutation M {publish}", "Q", Map.of(), false));
  }

  @Test
  void a_subscription_is_refused() {
    assertEquals(
        ErrorCode.SUBSCRIPTION_NOT_SUPPORTED,
        check("subscription {published}", null, Map.of(), true));
  }

  @Test
  void one_of_several_operations_must_be_named() {
    String two = "query A {name} query B {name}";
    assertEquals(ErrorCode.OPERATION_NOT_FOUND, check(two, null, Map.of(), true));
    assertEquals(ErrorCode.OPERATION_NOT_FOUND, check(two, "C", Map.of(), true));
    assertEquals(null, check(two, "B", Map.of(), true));
  }

  @Test
  void huge_lists_are_refused_also_when_their_size_stands_in_a_variable() {
    String nested =
        "query ($n: Int!) {items(first: $n) {items(first: $n) {items(first: $n) {name}}}}";
    assertEquals(null, check(nested, null, Map.of("n", 20), true));
    assertEquals(ErrorCode.QUERY_TOO_COMPLEX, check(nested, null, Map.of("n", 100), true));
    assertEquals(
        ErrorCode.QUERY_TOO_COMPLEX, check(nested, null, Map.of("n", Integer.MAX_VALUE), true));
  }
}
