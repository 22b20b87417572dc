package org.heliograph.graphql;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller selected below a field, so that a resolver can load all of it in as few
 * statements as there are tables. Fragments are followed whatever their type condition: that may
 * load too much, never too little.
 */
public final class Selection {
  private final List<SelectionSet> sets;
  private final Map<String, FragmentDefinition> fragments;
  private @Nullable Map<String, List<SelectionSet>> children;

  private Selection(List<SelectionSet> sets, Map<String, FragmentDefinition> fragments) {
    this.sets = sets;
    this.fragments = fragments;
  }

  public static Selection of(Context context) {
    var environment = context.unwrap(DataFetchingEnvironment.class);
    var sets = new ArrayList<SelectionSet>();
    for (Field field : environment.getMergedField().getFields()) {
      if (field.getSelectionSet() != null) {
        sets.add(field.getSelectionSet());
      }
    }
    return new Selection(sets, environment.getFragmentsByName());
  }

  /** A selection that the code makes by itself, like {@code {organisation{name}}}. */
  public static Selection parse(String document) {
    var operation = (OperationDefinition) Parser.parse(document).getDefinitions().getFirst();
    return new Selection(List.of(operation.getSelectionSet()), Map.of());
  }

  /** Whether the field was selected. */
  public boolean has(String field) {
    return children().containsKey(field);
  }

  /** What was selected below the field; nothing when it was not selected. */
  public Selection at(String field) {
    return new Selection(children().getOrDefault(field, List.of()), fragments);
  }

  /** What was selected of the records of a connection, through edges or nodes. */
  public Selection ofNodes() {
    var all = new ArrayList<>(at("edges").at("node").sets);
    all.addAll(at("nodes").sets);
    return new Selection(all, fragments);
  }

  private Map<String, List<SelectionSet>> children() {
    Map<String, List<SelectionSet>> known = children;
    if (known == null) {
      known = new HashMap<>();
      for (SelectionSet set : sets) {
        collect(set, known);
      }
      children = known;
    }
    return known;
  }

  private void collect(SelectionSet set, Map<String, List<SelectionSet>> into) {
    for (var selection : set.getSelections()) {
      switch (selection) {
        case Field field -> {
          var below = into.computeIfAbsent(field.getName(), name -> new ArrayList<>());
          if (field.getSelectionSet() != null) {
            below.add(field.getSelectionSet());
          }
        }
        case InlineFragment inline -> collect(inline.getSelectionSet(), into);
        case FragmentSpread spread -> {
          FragmentDefinition fragment = fragments.get(spread.getName());
          if (fragment != null) {
            collect(fragment.getSelectionSet(), into);
          }
        }
        default -> {}
      }
    }
  }
}
