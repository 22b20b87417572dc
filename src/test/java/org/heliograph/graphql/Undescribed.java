package org.heliograph.graphql;

import graphql.language.AbstractDescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.List;

/** Finds what a schema does not explain to its reader. */
final class Undescribed {
  private final List<String> found = new ArrayList<>();

  private Undescribed() {}

  /** Types, fields, arguments, input fields and enum values without a description. */
  static List<String> in(TypeDefinitionRegistry schema) {
    var walk = new Undescribed();
    schema.types().values().forEach(walk::visit);
    for (ScalarTypeDefinition scalar : schema.scalars().values()) {
      if (!ScalarInfo.isGraphqlSpecifiedScalar(scalar.getName())) {
        walk.check(scalar.getName(), scalar);
      }
    }
    walk.found.sort(null);
    return List.copyOf(walk.found);
  }

  private void visit(TypeDefinition<?> type) {
    String name = type.getName();
    if (type instanceof AbstractDescribedNode<?> described) {
      check(name, described);
    }
    switch (type) {
      case ObjectTypeDefinition object -> fields(name, object.getFieldDefinitions());
      case InterfaceTypeDefinition shared -> fields(name, shared.getFieldDefinitions());
      case InputObjectTypeDefinition input ->
          input
              .getInputValueDefinitions()
              .forEach(field -> check(name + "." + field.getName(), field));
      case EnumTypeDefinition closed ->
          closed
              .getEnumValueDefinitions()
              .forEach(value -> check(name + "." + value.getName(), value));
      default -> {}
    }
  }

  private void fields(String type, List<FieldDefinition> fields) {
    for (FieldDefinition field : fields) {
      String path = type + "." + field.getName();
      check(path, field);
      field
          .getInputValueDefinitions()
          .forEach(argument -> check(path + "(" + argument.getName() + ")", argument));
    }
  }

  private void check(String path, AbstractDescribedNode<?> node) {
    var description = node.getDescription();
    if (description == null || description.getContent().isBlank()) {
      found.add(path);
    }
  }
}
