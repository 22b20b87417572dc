package org.heliograph.export.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.heliograph.export.Export;
import org.heliograph.export.ExportFormat;
import org.heliograph.graphql.PersonalReads;
import org.heliograph.shared.China;

/** A file that is on its way to somebody. */
record Delivery(
    Export export,
    ExportFormat format,
    ExportFormat.Dress dress,
    Export.Rows rows,
    PersonalReads.Reader reader) {

  /** Names the file after list and day, in Chinese where the program understands it. */
  String disposition() {
    LocalDate day = LocalDate.ofInstant(reader.viewer().at(), China.ZONE);
    String chinese =
        URLEncoder.encode(
            export.heading() + "-" + day + "." + format.ending(), StandardCharsets.UTF_8);
    return "attachment; filename=\"%s-%s.%s\"; filename*=UTF-8''%s"
        .formatted(export.word(), day, format.ending(), chinese);
  }
}
