package org.heliograph.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heliograph.privacy.RecordScan;
import org.heliograph.record.PublicRecord;

/**
 * Every text of a revision with its place, for the privacy scan. A new field is scanned without
 * anybody remembering it: only what is named here is left out.
 */
final class RecordTexts {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .build();

  /** What the service writes by itself, and what no reader of the record ever sees. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "contentHash",
          "authors",
          "createdBy",
          "changedBy",
          "createdAt",
          "changedAt",
          "reviewNote",
          "privacyDecisions",
          "personKey",
          "sha256",
          "reporter",
          // telephones of people in office, for people in office
          "contactPhone",
          "handlerPhone");

  /** Where an office's own telephone belongs. */
  private static final Set<String> OFFICE = Set.of("complaintChannel");

  private RecordTexts() {}

  /** The texts of a revision whose children are attached. */
  static List<RecordScan.Field> of(PublicRecord row) {
    var fields = new ArrayList<RecordScan.Field>();
    JSON.valueToTree(row)
        .properties()
        .forEach(each -> walk(each.getKey(), each.getKey(), each.getValue(), fields));
    return fields;
  }

  private static void walk(String path, String name, JsonNode node, List<RecordScan.Field> fields) {
    if (OUTSIDE.contains(name) || name.startsWith("$")) {
      return;
    }
    if (node.isTextual()) {
      fields.add(new RecordScan.Field(path, node.textValue(), OFFICE.contains(name)));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(path + "[" + i + "]", name, node.get(i), fields);
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              each -> walk(path + "." + each.getKey(), each.getKey(), each.getValue(), fields));
    }
  }
}
