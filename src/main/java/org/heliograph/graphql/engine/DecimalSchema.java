package org.heliograph.graphql.engine;

import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.smallrye.graphql.spi.EventingService;
import org.jspecify.annotations.Nullable;

/**
 * Makes every {@code BigDecimal} of the Apis a Decimal of the schema. The framework's own scalar
 * writes a JSON number, and one declared by annotation reads strings alone. Found by ServiceLoader.
 */
public final class DecimalSchema implements EventingService {
  private static final String STOCK = "BigDecimal";

  /** No setting switches it off. */
  @Override
  public @Nullable String getConfigKey() {
    return null;
  }

  @Override
  public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
    GraphQLSchema declared = builder.build();
    return declared.getType(STOCK) == null
        ? builder
        : GraphQLSchema.newSchema(SchemaTransformer.transformSchema(declared, new Replacing()));
  }

  private static final class Replacing extends GraphQLTypeVisitorStub {
    @Override
    public TraversalControl visitGraphQLScalarType(
        GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
      return scalar.getName().equals(STOCK)
          ? changeNode(context, DecimalScalar.TYPE)
          : TraversalControl.CONTINUE;
    }
  }
}
