package org.heliograph.export.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.heliograph.export.Dictionary;
import org.heliograph.export.Export;
import org.heliograph.export.ExportFormat;

/** Answers with the dictionary of an export's columns. */
final class DictionaryAnswer {
  private DictionaryAnswer() {}

  static void send(RoutingContext ctx, Export export, ExportFormat.Dress dress) {
    var out = new ByteArrayOutputStream();
    boolean table = "csv".equals(ctx.pathParam("ending"));
    try {
      if (table) {
        Dictionary.writeTable(export, dress, out);
      } else {
        Dictionary.writeJson(export, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ctx.response()
        .putHeader(
            "Content-Type",
            table ? ExportFormat.CSV.contentType() : "application/json; charset=utf-8")
        .putHeader("Cache-Control", "public, no-cache")
        .end(Buffer.buffer(out.toByteArray()));
  }
}
