package org.heliograph.graphql.engine;

import graphql.Scalars;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.GraphQLUnionType;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.smallrye.graphql.spi.EventingService;
import org.jspecify.annotations.Nullable;

/**
 * Makes every {@code BigDecimal} of the Apis a Decimal of the schema, and an Int what the
 * specification says of it. The framework's own scalar writes a JSON number, and one declared by
 * annotation reads strings alone. Found by ServiceLoader.
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
    if (declared.getType(STOCK) == null) {
      return builder;
    }
    GraphQLSchema replaced = SchemaTransformer.transformSchema(declared, new Replacing());
    return GraphQLSchema.newSchema(replaced)
        .codeRegistry(
            replaced.getCodeRegistry().transform(registry -> resolveByName(replaced, registry)));
  }

  /**
   * The stock resolvers answer with the object types as they were declared, but every type that
   * leads to an amount has been copied: a fragment on one of those would match nothing.
   */
  private static void resolveByName(GraphQLSchema schema, GraphQLCodeRegistry.Builder registry) {
    GraphQLCodeRegistry stock = schema.getCodeRegistry();
    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
      switch (type) {
        case GraphQLInterfaceType shared ->
            registry.typeResolver(shared, byName(stock.getTypeResolver(shared)));
        case GraphQLUnionType union ->
            registry.typeResolver(union, byName(stock.getTypeResolver(union)));
        default -> {}
      }
    }
  }

  private static TypeResolver byName(TypeResolver stock) {
    return environment ->
        environment.getSchema().getObjectType(stock.getType(environment).getName());
  }

  private static final class Replacing extends GraphQLTypeVisitorStub {
    @Override
    public TraversalControl visitGraphQLScalarType(
        GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
      return switch (scalar.getName()) {
        case STOCK -> changeNode(context, DecimalScalar.TYPE);
        // the framework's own takes what does not fit for its lower 32 bits
        case "Int" -> changeNode(context, Scalars.GraphQLInt);
        default -> TraversalControl.CONTINUE;
      };
    }
  }
}
