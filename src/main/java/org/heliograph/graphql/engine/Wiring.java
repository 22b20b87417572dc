package org.heliograph.graphql.engine;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The declared schema with our fetchers for every field that an Api answers at once; what it
 * answers later (a Uni, a Multi) keeps the stock fetcher.
 */
final class Wiring {
  private final GraphQLSchema declared;
  private final Schema model;

  Wiring(GraphQLSchema declared, Schema model) {
    this.declared = declared;
    this.model = model;
  }

  GraphQLSchema schema() {
    GraphQLCodeRegistry registry = declared.getCodeRegistry().transform(this::wire);
    return declared.transformWithoutTypes(builder -> builder.codeRegistry(registry));
  }

  private void wire(GraphQLCodeRegistry.Builder registry) {
    root(registry, declared.getQueryType(), model.getQueries());
    root(registry, declared.getMutationType(), model.getMutations());
    for (Type type : model.getTypes().values()) {
      if (type.hasOperations()) {
        type.getOperations().values().stream()
            .filter(Wiring::isImmediate)
            .forEach(o -> wire(registry, type.getName(), o, new OperationFetcher(o)));
      }
      if (type.hasBatchOperations()) {
        type.getBatchOperations().values().stream()
            .map(Wiring::requireImmediate)
            .forEach(o -> wire(registry, type.getName(), o, new SourceLoader(o)));
      }
    }
  }

  private static void root(
      GraphQLCodeRegistry.Builder registry,
      @Nullable GraphQLObjectType type,
      @Nullable Collection<Operation> operations) {
    if (type != null && operations != null) {
      operations.stream()
          .filter(Wiring::isImmediate)
          .forEach(o -> wire(registry, type.getName(), o, new OperationFetcher(o)));
    }
  }

  private static void wire(
      GraphQLCodeRegistry.Builder registry,
      String type,
      Operation operation,
      DataFetcher<?> fetcher) {
    registry.dataFetcher(FieldCoordinates.coordinates(type, operation.getName()), fetcher);
  }

  private static Operation requireImmediate(Operation operation) {
    if (!isImmediate(operation)) {
      throw new IllegalStateException(
          operation.getClassName()
              + "."
              + operation.getMethodName()
              + ": a batched field must return its list itself, not a promise of it");
    }
    return operation;
  }

  private static boolean isImmediate(Operation operation) {
    if (!operation.hasWrapper()) {
      return true;
    }
    String wrapper = operation.getWrapper().getWrapperClassName();
    return !wrapper.startsWith("io.smallrye.mutiny.")
        && !wrapper.startsWith("java.util.concurrent.")
        && !wrapper.endsWith(".Publisher");
  }
}
