package org.heliograph.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heliograph.privacy.RecordScan;
import org.heliograph.record.PublicRecord;
import org.jspecify.annotations.Nullable;

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

  private static final Set<String> WORKFLOW =
      Set.of(
          "id",
          "recordId",
          "revision",
          "edition",
          "rowVersion",
          "stage",
          "contentHash",
          "authors",
          "createdBy",
          "changedBy",
          "createdAt",
          "changedAt",
          "publishedAt",
          "reviewNote",
          "scheduledFor",
          "privacyDecisions",
          "importId",
          "withdrawnAt",
          "withdrawalKind",
          "withdrawalReason",
          "successorId",
          "shownName",
          "fileTexts",
          "province",
          "city",
          "county",
          "township",
          "village");

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
          "file",
          "mediaType",
          "unread",
          "fileTexts",
          "withdrawal",
          "reporter",
          // telephones of people in office, for people in office
          "contactPhone",
          "handlerPhone");

  /** Where an office's own telephone belongs. */
  private static final Set<String> OFFICE = Set.of("complaintChannel");

  private RecordTexts() {}

  /** Names of what a revision's author fills, as far as two revisions fill it differently. */
  static Set<String> differing(PublicRecord before, PublicRecord after) {
    JsonNode old = JSON.valueToTree(before);
    JsonNode now = JSON.valueToTree(after);
    var names = new TreeSet<String>();
    now.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> name.startsWith("$") || WORKFLOW.contains(name));
    names.removeIf(name -> bare(old.get(name)).equals(bare(now.get(name))));
    return names;
  }

  /** Without the numbers of the rows that children belong to. */
  private static String bare(@Nullable JsonNode node) {
    return String.valueOf(node).replaceAll("\"itemId\":(null|[0-9]+)", "");
  }

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
