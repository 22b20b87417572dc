package org.heliograph.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.schema.idl.SchemaParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndescribedTest {
  @Test
  void each_sort_of_element_without_words_is_named() {
    var schema =
        new SchemaParser()
            .parse(
                """
                "Said." type Query { "Said." a("Said." x: Int, y: Int): String b: Int }
                type Bare { "Said." c: Int }
                "Said." interface Node { id: ID }
                "Said." input Filter { "Said." d: Int, e: Int }
                "Said." enum Kind { "Said." F G }
                scalar Decimal
                union Either = Query | Bare
                """);
    assertEquals(
        List.of(
            "Bare", "Decimal", "Either", "Filter.e", "Kind.G", "Node.id", "Query.a(y)", "Query.b"),
        Undescribed.in(schema));
  }
}
