package org.heliograph.export.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.heliograph.export.Export;
import org.heliograph.export.ExportFormat;
import org.heliograph.graphql.PersonalReads;

/** A file that is on its way to somebody. */
record Delivery(
    Export export,
    ExportFormat format,
    ExportFormat.Dress dress,
    Export.Rows rows,
    PersonalReads.Reader reader) {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Names the file after list and day, in Chinese where the program understands it. */
  String disposition() {
    LocalDate day = LocalDate.ofInstant(reader.viewer().at(), CHINA);
    String chinese =
        URLEncoder.encode(
            export.heading() + "-" + day + "." + format.ending(), StandardCharsets.UTF_8);
    return "attachment; filename=\"%s-%s.%s\"; filename*=UTF-8''%s"
        .formatted(export.word(), day, format.ending(), chinese);
  }
}
