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
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;

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
    subscriptions(registry, declared.getSubscriptionType());
    model.getTypes().values().forEach(Wiring::refuseSourceFields);
  }

  /**
   * One call for every row, or one more statement for every field: neither is how lists stay fast
   * here.
   */
  private static void refuseSourceFields(Type type) {
    if (type.hasOperations() || type.hasBatchOperations()) {
      throw new IllegalStateException(
          "The type "
              + type.getName()
              + " has a field from a method with @Source: load the field with its object, as PowerItemViews does.");
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

  /** Called anew for every change that a subscriber is told of. */
  private void subscriptions(
      GraphQLCodeRegistry.Builder registry, @Nullable GraphQLObjectType type) {
    if (type != null) {
      model
          .getSubscriptions()
          .forEach(
              each -> wire(registry, type.getName(), each, published(new OperationFetcher(each))));
    }
  }

  /** The engine knows the older kind of publisher alone. */
  private static DataFetcher<?> published(DataFetcher<?> fetcher) {
    return environment -> {
      Object found = fetcher.get(environment);
      return found instanceof Flow.Publisher<?> newer ? FlowAdapters.toPublisher(newer) : found;
    };
  }

  private static void wire(
      GraphQLCodeRegistry.Builder registry,
      String type,
      Operation operation,
      DataFetcher<?> fetcher) {
    registry.dataFetcher(FieldCoordinates.coordinates(type, operation.getName()), fetcher);
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
