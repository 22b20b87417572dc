package org.heliograph.graphql.limits;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Map;
import org.heliograph.graphql.error.Refusal;
import org.jspecify.annotations.Nullable;

/** A document after parsing, measuring and validation: either fit to run, or refused for good. */
public sealed interface PreparedDocument {

  /** Refused whatever the variables are. */
  record Refused(List<Refusal> refusals) implements PreparedDocument {}

  /**
   * Fit to run, once the chosen operation's cost is known to be affordable.
   *
   * @param costs by operation name, "" for an operation without one
   */
  record Runnable(Document document, Map<String, OperationCost> costs) implements PreparedDocument {

    /**
     * The operation of that name, or the only one where none is named; null where there is no such
     * one.
     */
    public @Nullable OperationCost operation(@Nullable String name) {
      if (name == null || name.isEmpty()) {
        return costs.size() == 1 ? costs.values().iterator().next() : null;
      }
      return costs.get(name);
    }
  }

  /** One operation and the formula of what it costs. */
  record OperationCost(OperationDefinition definition, Cost cost) {

    public boolean is(Operation kind) {
      return definition.getOperation() == kind;
    }

    /** The number of fields of the largest answer with these variables. */
    public long fields(Map<String, Object> variables) {
      return cost.of(variables);
    }
  }
}
