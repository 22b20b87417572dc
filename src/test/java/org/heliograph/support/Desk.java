package org.heliograph.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.heliograph.audit.Authority;
import org.heliograph.record.Origin;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RegionCode;
import org.heliograph.store.DraftWriter;

/** Puts records into the database through the product's own writer, as an importer would. */
@ApplicationScoped
public class Desk {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
  private static final Authority AUTHORITY = Authority.operator("test");
  private final DraftWriter writer;

  public Desk(DraftWriter writer) {
    this.writer = writer;
  }

  /** A code that no earlier run on the same database has used. */
  public static String fresh(String prefix) {
    return prefix + "-" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT);
  }

  /** The content of a draft, in the form of the import files. */
  public static <D> D draft(Class<D> type, String json) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static Origin origin(String code, String organisation, String region, Audience audience) {
    return new Origin(
        code,
        "测试记录" + code,
        organisation,
        new RegionCode(region),
        audience,
        null,
        null,
        null,
        code,
        Instant.parse("2026-03-01T02:00:00Z"),
        "desk");
  }

  public <E extends PublicRecord> void publish(RecordType<E> type, List<E> rows) {
    save(type, rows, true);
  }

  public <E extends PublicRecord> void keepAsDraft(RecordType<E> type, List<E> rows) {
    save(type, rows, false);
  }

  private <E extends PublicRecord> void save(RecordType<E> type, List<E> rows, boolean publish) {
    writer.save(
        type,
        rows.stream().map(row -> new DraftWriter.Draft<>(row, publish)).toList(),
        AUTHORITY,
        (session, saved) -> {});
  }
}
