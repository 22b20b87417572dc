package org.heliograph.graphql.limits;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FloatValue;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be counted on a parsed document without its schema: cheap, so it comes before
 * validation. Each fragment is looked at once.
 */
final class DocumentMeasure {
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Integer> fragmentDepths = new HashMap<>();
  private int operations;
  private int aliases;
  private int directives;
  private int depth;
  private boolean hugeNumber;
  private boolean introspects;

  DocumentMeasure(Document document) {
    count(document);
    for (FragmentDefinition f : document.getDefinitionsOfType(FragmentDefinition.class)) {
      fragments.put(f.getName(), f);
    }
    for (OperationDefinition o : document.getDefinitionsOfType(OperationDefinition.class)) {
      operations++;
      depth = Math.max(depth, depth(o.getSelectionSet()));
    }
  }

  private void count(Node<?> node) {
    if (node instanceof Field field) {
      aliases += field.getAlias() == null ? 0 : 1;
      introspects |= field.getName().equals("__schema") || field.getName().equals("__type");
    } else if (node instanceof graphql.language.Directive) {
      directives++;
    } else if (node instanceof FloatValue number) {
      hugeNumber |= Numbers.isHuge(number.getValue());
    }
    for (Node<?> child : node.getChildren()) {
      count(child);
    }
  }

  private int depth(@Nullable SelectionSet selections) {
    int deepest = 0;
    if (selections != null) {
      for (Selection<?> selection : selections.getSelections()) {
        deepest = Math.max(deepest, depth(selection));
      }
    }
    return deepest;
  }

  private int depth(Selection<?> selection) {
    if (selection instanceof Field field) {
      return 1 + depth(field.getSelectionSet());
    }
    if (selection instanceof InlineFragment inline) {
      return depth(inline.getSelectionSet());
    }
    String name = ((FragmentSpread) selection).getName();
    Integer known = fragmentDepths.get(name);
    if (known != null) {
      return known;
    }
    FragmentDefinition fragment = fragments.get(name);
    // A fragment that spreads itself is as deep as zero here; validation refuses it.
    fragmentDepths.put(name, 0);
    int found = fragment == null ? 0 : depth(fragment.getSelectionSet());
    fragmentDepths.put(name, found);
    return found;
  }

  boolean introspects() {
    return introspects;
  }

  int operations() {
    return operations;
  }

  int aliases() {
    return aliases;
  }

  int directives() {
    return directives;
  }

  int depth() {
    return depth;
  }

  boolean hasHugeNumber() {
    return hugeNumber;
  }
}
