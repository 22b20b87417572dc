package org.heliograph.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.heliograph.record.FieldType;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordType;
import org.heliograph.visibility.FieldClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds search-mappings/ against the record types: a field needs a place in both, with one class.
 */
class MappingsTest {
  private static final Set<String> OF_EVERY_DOCUMENT =
      Set.of(
          "kind",
          "recordId",
          "rowId",
          "rowVersion",
          "slot",
          "year",
          "identifiers",
          "words",
          "group",
          "suggestion",
          "typed",
          "sounds",
          "begins");

  /** Read once: it takes seconds. */
  private static final List<RecordType<?>> TYPES =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("org.heliograph")
              .stream()
              .filter(c -> c.isAssignableTo(RecordType.class))
              .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
              .<RecordType<?>>map(c -> made(c.reflect()))
              .toList();

  static Stream<RecordType<?>> types() {
    return TYPES.stream();
  }

  private static RecordType<?> made(Class<?> type) {
    try {
      return (RecordType<?>) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record type needs no collaborators: " + type, e);
    }
  }

  @Test
  void there_are_record_types_to_hold_the_mappings_against() {
    assertTrue(types().count() >= 2);
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_field_is_mapped_with_its_type_and_class(RecordType<?> type) throws IOException {
    Map<String, JsonNode> mapped = mapped(type.kind().slug());
    var wrong = new ArrayList<String>();
    for (RecordField<?> field : type.fields()) {
      JsonNode mapping = mapped.get(field.name());
      if (field.fieldClass() == FieldClass.REPORTER) {
        if (mapping != null) {
          wrong.add(field.name() + " is of class REPORTER and must be in no index");
        }
      } else if (mapping == null) {
        wrong.add(
            field.name()
                + " is missing: \""
                + field.name()
                + "\": "
                + expected(field)
                + " and a line in search-mappings/README.md");
      } else if (!new ObjectMapper().readTree(expected(field)).equals(mapping)) {
        wrong.add(field.name() + " should be " + expected(field) + " but is " + mapping);
      }
    }
    for (String name : mapped.keySet()) {
      if (!OF_EVERY_DOCUMENT.contains(name) && !type.has(name)) {
        wrong.add(name + " is mapped but " + type.kind() + " has no such field");
      }
    }
    assertEquals(List.of(), wrong, "search-mappings/" + type.kind().slug() + ".json");
  }

  @ParameterizedTest
  @MethodSource("types")
  void the_public_tier_has_open_fields_only(RecordType<?> type) {
    var names = Mappings.properties(type.kind(), Tier.PUBLIC).fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (type.has(name)) {
        assertEquals(FieldClass.OPEN, type.field(name).fieldClass(), name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void only_open_prose_is_copied_to_what_everybody_matches(RecordType<?> type) throws IOException {
    mapped(type.kind().slug())
        .forEach((name, mapping) -> {
          if (mapping.has("copy_to")) {
            assertEquals("words", mapping.get("copy_to").asText(), name);
            assertEquals("OPEN", mapping.at("/meta/class").asText(), name);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("types")
  void the_readme_names_every_field(RecordType<?> type) throws IOException {
    String readme =
        java.nio.file.Files.readString(java.nio.file.Path.of("search-mappings/README.md"));
    for (String name : mapped(type.kind().slug()).keySet()) {
      assertTrue(readme.contains("`" + name + "`"), name + " is not in search-mappings/README.md");
    }
    assertFalse(readme.isEmpty());
  }

  private static String expected(RecordField<?> field) {
    String meta = "\"meta\": {\"class\": \"" + field.fieldClass() + "\"}";
    if (field.type() == FieldType.TEXT) {
      boolean copied = field.fieldClass() == FieldClass.OPEN && !field.name().equals("title");
      String index = copied ? "\"index\": false" : "\"index_options\": \"freqs\"";
      return "{\"type\": \"text\", \"analyzer\": \"chars\", "
          + index
          + ", "
          + (copied ? "\"copy_to\": \"words\", " : "")
          + meta
          + ", \"fields\": {\"bigrams\": {\"type\": \"text\", \"analyzer\": \"bigrams\", "
          + index
          + "}}}";
    }
    String type =
        switch (field.type()) {
          case KEYWORD -> "keyword";
          case DATE -> "date\", \"format\": \"strict_date";
          case INSTANT -> "long";
          case DECIMAL -> "double";
          case INTEGER -> "integer";
          case BOOLEAN -> "boolean";
          case TEXT -> throw new IllegalStateException();
        };
    return "{\"type\": \"" + type + "\", " + meta + "}";
  }

  private static Map<String, JsonNode> mapped(String slug) throws IOException {
    var all = new LinkedHashMap<String, JsonNode>();
    for (String file : List.of("common", slug)) {
      try (InputStream in =
          MappingsTest.class.getResourceAsStream("/search-mappings/" + file + ".json")) {
        if (in == null) {
          throw new AssertionError("search-mappings/" + file + ".json is missing");
        }
        new ObjectMapper()
            .readTree(in)
            .get("properties")
            .properties()
            .forEach(field -> all.put(field.getKey(), field.getValue()));
      }
    }
    return all;
  }
}
