package org.heliograph.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object a line, keys in the order of the columns, nothing left out: an empty cell is null. */
final class JsonLinesTable implements RowWriter {
  private final List<? extends ExportColumn<?>> columns;
  private final JsonGenerator json;

  JsonLinesTable(List<? extends ExportColumn<?>> columns, OutputStream out) throws IOException {
    this.columns = columns;
    json =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
            .setRootValueSeparator(null);
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      json.writeFieldName(columns.get(i).name());
      JsonValue.write(json, values.get(i));
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  @Override
  public void finish() throws IOException {
    json.flush();
  }
}
