package org.heliograph.export.dump;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.heliograph.export.CellType;
import org.heliograph.export.ExportColumn;
import org.heliograph.export.ExportFormat;
import org.heliograph.visibility.FieldClass;

/** The description of a dump for programs: a Frictionless data package. */
final class DataPackage {
  static final String NAME = "datapackage.json";

  private DataPackage() {}

  static void write(Path directory, List<DumpFile> files, Instant at) throws IOException {
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(directory.resolve(NAME).toFile(), JsonEncoding.UTF8)
            .useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("name", "heliograph");
      json.writeStringField("title", "政务公开数据");
      json.writeStringField(
          "description",
          "All that is public, as it was when the dump was created. In CSV a text that a spreadsheet would run as a formula has an apostrophe in front; JSON Lines hold it as it is.");
      json.writeStringField("created", at.toString());
      json.writeArrayFieldStart("resources");
      for (DumpFile file : files) {
        resource(json, file);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void resource(JsonGenerator json, DumpFile file) throws IOException {
    boolean table = file.format() == ExportFormat.CSV;
    json.writeStartObject();
    json.writeStringField("name", file.export().word() + "-" + file.format().ending());
    json.writeStringField("title", file.export().heading());
    json.writeStringField("path", file.name());
    json.writeStringField("profile", table ? "tabular-data-resource" : "data-resource");
    json.writeStringField("format", file.format().ending());
    json.writeStringField("mediatype", table ? "text/csv" : "application/jsonl");
    json.writeStringField("encoding", "utf-8");
    json.writeStringField("compression", "gz");
    json.writeNumberField("bytes", file.bytes());
    json.writeStringField("hash", "sha256:" + file.sha256());
    json.writeNumberField("rows", file.rows());
    if (table) {
      json.writeObjectFieldStart("schema");
      json.writeArrayFieldStart("fields");
      for (ExportColumn<?> column : file.export().columns()) {
        field(json, column);
      }
      json.writeEndArray();
      json.writeStringField("primaryKey", "id");
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void field(JsonGenerator json, ExportColumn<?> column) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("title", column.heading());
    json.writeStringField("type", column.type().frictionless());
    if (column.type() == CellType.INSTANT) {
      json.writeStringField("format", "any");
    }
    json.writeStringField(
        "description",
        column.fieldClass() == FieldClass.OPEN
            ? column.description()
            : column.description() + " Always empty in a public dump.");
    if (!column.words().isEmpty()) {
      json.writeObjectFieldStart("constraints");
      json.writeArrayFieldStart("enum");
      for (ExportColumn.Word word : column.words()) {
        json.writeString(word.name());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
