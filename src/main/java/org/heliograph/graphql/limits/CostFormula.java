package org.heliograph.graphql.limits;

import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.graphql.limits.PreparedDocument.OperationCost;
import org.jspecify.annotations.Nullable;

/**
 * Works out the cost formula of every operation of a valid document. One of these serves one
 * document.
 */
final class CostFormula {
  private final GraphQLSchema schema;
  private final LimitsConfig limits;
  private final Document document;
  private final Map<String, Cost> fragments = new HashMap<>();
  private PageSize pageSize;

  CostFormula(GraphQLSchema schema, LimitsConfig limits, Document document) {
    this.schema = schema;
    this.limits = limits;
    this.document = document;
    this.pageSize = new PageSize(limits, List.of());
  }

  Map<String, OperationCost> operations() {
    Map<String, OperationCost> costs = new HashMap<>();
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      // A variable's default belongs to its operation, so fragments are worked out anew for each.
      fragments.clear();
      pageSize = new PageSize(limits, operation.getVariableDefinitions());
      String name = operation.getName() == null ? "" : operation.getName();
      Cost cost = selection(operation.getSelectionSet(), root(operation), false);
      costs.put(name, new OperationCost(operation, cost));
    }
    return costs;
  }

  private GraphQLCompositeType root(OperationDefinition operation) {
    return switch (operation.getOperation()) {
      case QUERY -> schema.getQueryType();
      case MUTATION -> schema.getMutationType();
      case SUBSCRIPTION -> schema.getSubscriptionType();
    };
  }

  /**
   * {@code counted} where the field above is a page, whose size already counts the lists directly
   * below it.
   */
  private Cost selection(SelectionSet selections, GraphQLCompositeType parent, boolean counted) {
    List<Cost> parts = new ArrayList<>(selections.getSelections().size());
    for (Selection<?> selection : selections.getSelections()) {
      if (selection instanceof Field field) {
        parts.add(field(field, parent, counted));
      } else if (selection instanceof InlineFragment inline) {
        GraphQLCompositeType type =
            inline.getTypeCondition() == null
                ? parent
                : composite(schema.getType(inline.getTypeCondition().getName()), parent);
        parts.add(selection(inline.getSelectionSet(), type, counted));
      } else if (selection instanceof FragmentSpread spread) {
        parts.add(fragment(spread.getName(), parent, counted));
      }
    }
    return Cost.sum(parts);
  }

  private Cost fragment(String name, GraphQLCompositeType parent, boolean counted) {
    String key = counted ? name + "/counted" : name;
    Cost known = fragments.get(key);
    if (known == null) {
      known = Cost.ONE;
      for (FragmentDefinition definition :
          document.getDefinitionsOfType(FragmentDefinition.class)) {
        if (definition.getName().equals(name)) {
          GraphQLType type = schema.getType(definition.getTypeCondition().getName());
          known = selection(definition.getSelectionSet(), composite(type, parent), counted);
        }
      }
      fragments.put(key, known);
    }
    return known;
  }

  private Cost field(Field field, GraphQLCompositeType parent, boolean counted) {
    if (field.getSelectionSet() == null) {
      return Cost.ONE;
    }
    GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
    GraphQLCompositeType type = composite(GraphQLTypeUtil.unwrapAll(definition.getType()), parent);
    boolean paged = PageSize.isPaged(definition);
    Cost each = selection(field.getSelectionSet(), type, paged);
    if (paged) {
      return pageSize.of(field, each);
    }
    boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
    // The schema's own lists are read from memory and have a limit of their own in the engine.
    boolean ofData = !type.getName().startsWith("__");
    return Cost.list(list && ofData && !counted ? limits.assumedListSize() : 1, each);
  }

  private static GraphQLCompositeType composite(
      @Nullable GraphQLType type, GraphQLCompositeType otherwise) {
    return type instanceof GraphQLCompositeType composite ? composite : otherwise;
  }
}
