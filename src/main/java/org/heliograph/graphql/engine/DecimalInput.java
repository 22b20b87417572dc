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
 * Gives the Decimal scalar its own way of reading input. The framework lets an application declare
 * a scalar but not read it from more than one sort of literal. Found by ServiceLoader.
 */
public final class DecimalInput implements EventingService {
  private static final String NAME = "Decimal";

  /** No setting switches it off. */
  @Override
  public @Nullable String getConfigKey() {
    return null;
  }

  @Override
  public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
    GraphQLSchema declared = builder.build();
    if (declared.getType(NAME) == null) {
      return builder;
    }
    return GraphQLSchema.newSchema(SchemaTransformer.transformSchema(declared, new Reading()));
  }

  private static final class Reading extends GraphQLTypeVisitorStub {
    @Override
    public TraversalControl visitGraphQLScalarType(
        GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
      return scalar.getName().equals(NAME)
          ? changeNode(context, scalar.transform(it -> it.coercing(new DecimalCoercing())))
          : TraversalControl.CONTINUE;
    }
  }
}
