package org.heliograph.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.heliograph.export.ExportFormat.Dress;
import org.heliograph.visibility.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of an export mean, from the same definitions that the files are written by. How
 * cells are made safe stands with the columns that it concerns.
 */
public final class Dictionary {
  private static final String TEXT_NOTE =
      "CSV: a text that a spreadsheet would run as a formula (it begins with = + - @, their full-width forms, a tab or a line break, blanks before it or not) has an apostrophe in front; XLSX: typed as text; JSONL: as it is.";
  private static final String NESTED_NOTE =
      "CSV, XLSX: joined text; JSONL: the whole structure. " + TEXT_NOTE;

  private static final List<ExportColumn<ExportColumn<?>>> COLUMNS =
      List.of(
          column("column", "列名", "Heading in English, key in JSON Lines.", ExportColumn::name),
          column("heading", "中文列名", "Heading in Chinese.", ExportColumn::heading),
          column("type", "类型", "Type of the values.", each -> each.type().name()),
          column("unit", "单位或格式", "Unit or form of the values.", each -> each.type().unit()),
          column("class", "字段级别", "Who may read it.", each -> each.fieldClass().name()),
          column("description", "说明", "What it is.", ExportColumn::description),
          column("values", "取值", "The words that it may have.", ExportColumn::wordList),
          column("note", "安全处理", "How it is written.", each -> note(each.type())));

  private Dictionary() {}

  private static ExportColumn<ExportColumn<?>> column(
      String name,
      String heading,
      String description,
      Function<ExportColumn<?>, @Nullable Object> value) {
    return new ExportColumn<>(
        name,
        heading,
        description,
        CellType.TEXT,
        FieldClass.OPEN,
        List.of(),
        value,
        Object::toString);
  }

  private static String note(CellType type) {
    return switch (type) {
      case TEXT -> TEXT_NOTE;
      case NESTED -> NESTED_NOTE;
      case WORD, INTEGER, AMOUNT, DATE, INSTANT, BOOLEAN -> "";
    };
  }

  /** One row a column, as CSV. */
  public static void writeTable(Export export, Dress dress, OutputStream out) throws IOException {
    RowWriter table = ExportFormat.CSV.write(COLUMNS, dress, out);
    for (ExportColumn<?> column : export.columns()) {
      table.row(Arrays.asList(COLUMNS.stream().map(each -> each.value().apply(column)).toArray()));
    }
    table.finish();
  }

  /** As one JSON object: what the export is, and its columns. */
  public static void writeJson(Export export, OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("export", export.word());
      json.writeStringField("heading", export.heading());
      json.writeArrayFieldStart("columns");
      for (ExportColumn<?> column : export.columns()) {
        json.writeStartObject();
        json.writeStringField("column", column.name());
        json.writeStringField("heading", column.heading());
        json.writeStringField("type", column.type().name());
        json.writeStringField("unit", column.type().unit());
        json.writeStringField("class", column.fieldClass().name());
        json.writeStringField("description", column.description());
        json.writeArrayFieldStart("values");
        for (ExportColumn.Word word : column.words()) {
          json.writeStartObject();
          json.writeStringField("value", word.name());
          json.writeStringField("description", word.description());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("note", note(column.type()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
