package org.heliograph.editing.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.export.Export;
import org.heliograph.export.RecordExport;
import org.heliograph.graphql.RequestScope;
import org.heliograph.importing.job.PublicPreview;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;

/** Shows rows by the columns that the public's own exports have. */
@ApplicationScoped
public class ExportedPreview implements PublicPreview {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Export> exports;
  private final Clock clock;

  public ExportedPreview(@All List<Export> exports, Clock clock) {
    this.exports = exports;
    this.clock = clock;
  }

  /** A row as the public would read it. */
  @Name("ImportPreviewRow")
  @Description("A row as the public would read it once it is published.")
  public record Shown(
      @Description("Its number in the file.") int row,
      @Description("Whether the public will see it; false for one with a narrower audience.")
          boolean publicly,
      @NonNull @Description("What the public reads of it.") List<@NonNull Cell> cells) {}

  /** A value of it. */
  @Name("ImportPreviewCell")
  @Description("A value of a row, under its column.")
  public record Cell(
      @NonNull @Description("Name of the field, as exports have it.") String name,
      @NonNull @Description("Its heading in Chinese.") String heading,
      @NonNull @Description("The value as the public reads it.") String text) {}

  @Override
  public String of(RecordKind kind, List<Row> rows) {
    try (RequestScope scope = RequestScope.enter()) {
      for (Export export : exports) {
        if (export instanceof RecordExport<?, ?, ?, ?> records && records.type().kind() == kind) {
          return JSON.writeValueAsString(shown(records, rows));
        }
      }
      return "[]";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a preview is plain text", e);
    }
  }

  private List<Shown> shown(RecordExport<?, ?, ?, ?> export, List<Row> rows) {
    var cells = export.publicly(rows.stream().map(Row::record).toList(), clock.instant());
    var shown = new ArrayList<Shown>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      shown.add(
          new Shown(
              (int) row.number(),
              row.record().audience == Audience.PUBLIC,
              cells.get(i).stream()
                  .map(cell -> new Cell(cell.name(), cell.heading(), cell.text()))
                  .toList()));
    }
    return shown;
  }

  static List<Shown> read(String json) {
    try {
      return List.of(JSON.readValue(json, Shown[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a preview is what was written", e);
    }
  }
}
