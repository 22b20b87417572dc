package org.heliograph.support;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.shared.Audience;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.OpenEnd;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.RegionCode;
import org.heliograph.shared.Stage;
import org.heliograph.visibility.FieldClass;

/**
 * The database as a test's garden bed: plants rows, changes hidden fields, tells the outbox, waits
 * for the index.
 */
public final class Plot implements AutoCloseable {
  private final Connection connection;

  public Plot() throws SQLException {
    var config = ConfigProvider.getConfig();
    connection =
        DriverManager.getConnection(
            config.getValue("quarkus.datasource.jdbc.url", String.class),
            config.getValue("quarkus.flyway.username", String.class),
            config.getValue("quarkus.flyway.password", String.class));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /**
   * The county, two townships, two villages and the organisations that the demo accounts belong to.
   */
  public void prepare() throws SQLException {
    for (String[] region :
        new String[][] {
          {"990000000000", "云岭省", "PROVINCE", "000000000000"},
          {"990100000000", "澄州市", "CITY", "990000000000"},
          {"990121000000", "清源县", "COUNTY", "990100000000"},
          {"990122000000", "邻水县", "COUNTY", "990100000000"},
          {"990121101000", "东溪镇", "TOWNSHIP", "990121000000"},
          {"990121102000", "西坪镇", "TOWNSHIP", "990121000000"},
          {"990121101201", "柳湾村", "VILLAGE", "990121101000"},
          {"990121102201", "石桥村", "VILLAGE", "990121102000"}
        }) {
      run(
          "insert into region(code, name, level, parent, path_name) values (?, ?, ?, ?, ?) on conflict do nothing",
          region[0],
          region[1],
          region[2],
          region[3],
          region[1]);
    }
    for (String code : List.of("QY-MZJ", "QY-NYJ", "QY-GAJ")) {
      run(
          "insert into organisation(code, name, kind, region) values (?, ?, 'GOVERNMENT', '990121000000') on conflict do nothing",
          code,
          code);
    }
    run(
        "insert into subsidy_programme(code, name, category, organisation, region, publicity_rule)"
            + " values ('TW-DB', '低保', '民生救助', 'QY-MZJ', '990121000000', 'MASKED') on conflict do nothing");
  }

  /** Plants records and tells the outbox; their record ids, in order. */
  public List<Long> plant(List<Planted> records) throws SQLException {
    var ids = new ArrayList<Long>();
    for (Planted record : records) {
      long id = number("select nextval('record_id_seq')");
      insert(record, id);
      ids.add(id);
      run(
          "insert into outbox(kind, record_ids) values (?, array[" + id + "]::bigint[])",
          record.kind().name());
    }
    run("select pg_notify('heliograph_outbox', '')");
    return ids;
  }

  /** Notes in the log of changes that something happened to a record. */
  public void tell(RecordKind kind, ChangeKind change, long id) throws SQLException {
    run(
        "insert into record_change(kind, change, record_ids, at) values (?, ?, array["
            + id
            + "]::bigint[], now())",
        kind.name(),
        change.name());
    run("select pg_notify('heliograph_change', '')");
  }

  private void insert(Planted record, long id) throws SQLException {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", id);
    row.put("record_id", id);
    row.put("revision", 1);
    row.put("stage", record.stage().name());
    row.put("audience", record.audience().name());
    row.put("code", record.code());
    row.put("title", record.title());
    row.put("organisation", record.organisation());
    RegionCode region = record.region();
    row.put("province", part(region, RegionCode.Level.PROVINCE));
    row.put("city", part(region, RegionCode.Level.CITY));
    row.put("county", part(region, RegionCode.Level.COUNTY));
    row.put("township", part(region, RegionCode.Level.TOWNSHIP));
    row.put("village", part(region, RegionCode.Level.VILLAGE));
    row.put("visible_from", record.visibleFrom());
    row.put("visible_until", record.visibleUntil());
    boolean published = record.stage().slot() == Stage.Slot.PUBLIC;
    row.put("published_at", published ? Instant.parse("2026-01-05T01:00:00Z") : OpenEnd.INSTANT);
    if (record.stage() == Stage.WITHDRAWN) {
      row.put("withdrawn_at", Instant.parse("2026-02-01T01:00:00Z"));
      row.put("withdrawal_kind", "GONE");
      row.put("withdrawal_reason", "依法撤回");
    }
    for (String column : List.of("created", "changed")) {
      row.put(column + "_at", Instant.parse("2026-01-04T01:00:00Z"));
      row.put(column + "_by", "planted");
    }
    row.putAll(own(record));
    insert(record.kind().table(), row);
    if (record.kind() == RecordKind.POWER_ITEM) {
      plantFlow(record, id);
    }
  }

  private static Map<String, Object> own(Planted record) {
    String words = record.words();
    return switch (record.kind()) {
      case POWER_ITEM ->
          Map.of(
              "category", "PAYMENT", "level", "COUNTY", "source", "STATUTORY", "conditions", words);
      case DISCLOSURE -> Map.of("category", "SOCIAL_RELIEF", "period", "2026-Q1", "content", words);
      case SUBSIDY_BENEFICIARY ->
          Map.of(
              "programme",
              "TW-DB",
              "year",
              2026,
              "shown_name",
              "欧阳某某",
              "full_name",
              "欧阳" + record.code(),
              "amount",
              new BigDecimal("1234.50"),
              "paid_on",
              LocalDate.parse("2026-01-04"),
              "standard",
              words);
      case CASE_OUTCOME ->
          Map.of(
              "type",
              "ADMINISTRATIVE_PENALTY",
              "respondent_kind",
              "ORGANISATION",
              "respondent",
              "某公司",
              "violation_category",
              "套取补贴",
              "facts",
              words,
              "document_number",
              "清处〔2026〕" + record.code() + "号",
              "decided_on",
              LocalDate.parse("2026-01-04"));
      case STATUTE_ARTICLE ->
          Map.of("law", "示例法", "law_key", "示例法", "article", "第一条", "text", words);
    };
  }

  private void plantFlow(Planted record, long id) throws SQLException {
    insert("legal_basis", Map.of("item_id", id, "seq", 1, "law", "示例法", "article", "第一条"));
    insert(
        "process_step",
        Map.of("item_id", id, "seq", 1, "key", "s1", "name", "受理", "content", record.words()));
    insert(
        "risk_point",
        Map.of(
            "item_id",
            id,
            "seq",
            1,
            "code",
            "R1",
            "grade",
            "A",
            "description",
            record.words(),
            "step",
            "s1"));
    insert(
        "control_measure",
        Map.of("item_id", id, "risk_seq", 1, "seq", 1, "description", record.words()));
  }

  /**
   * Writes another value into every field of a class; the record looks the same to whoever may not
   * read that class.
   */
  public void changeHidden(RecordKind kind, long id, FieldClass fieldClass, String value)
      throws SQLException {
    for (String column : columns(kind, fieldClass)) {
      run("update " + kind.table() + " set " + column + " = ? where id = " + id, value);
    }
    if (kind == RecordKind.POWER_ITEM && fieldClass == FieldClass.INTERNAL) {
      run("update process_step set handler_phone = ? where item_id = " + id, value);
    }
    if (fieldClass == FieldClass.INTERNAL || fieldClass == FieldClass.PERSONAL) {
      attachHidden(kind, id, fieldClass == FieldClass.INTERNAL ? "INTERNAL" : "RESTRICTED", value);
    }
    run(
        "insert into outbox(kind, record_ids) values (?, array[" + id + "]::bigint[])",
        kind.name());
    run("select pg_notify('heliograph_outbox', '')");
  }

  /** Gives the record one more file, for this audience, whose name and text are the value. */
  private void attachHidden(RecordKind kind, long id, String audience, String value)
      throws SQLException {
    String file = org.heliograph.store.FileStore.unguessable();
    run(
        "insert into stored_file(id, organisation, uploaded_by, state, name, media_type, size, sha256, kind, record_id)"
            + " select ?, organisation, 'plot', 'READY', ?, 'text/plain', 1, ?, ?, record_id from "
            + kind.table()
            + " where id = "
            + id,
        file,
        value + ".txt",
        file,
        kind.name());
    run("insert into file_text(file_id, seq, place, text) values (?, 0, '', ?)", file, value);
    run(
        "update "
            + kind.table()
            + " set attachments = coalesce(attachments, '[]') || jsonb_build_array(jsonb_build_object("
            + "'file', cast(? as text), 'name', cast(? as text), 'mediaType', 'text/plain', 'size', 1, 'sha256', '', 'audience', cast(? as text)))"
            + " where id = "
            + id,
        file,
        value + ".txt",
        audience);
  }

  /** Has a record shown to fewer, and tells the outbox. */
  public void narrow(RecordKind kind, String code, Audience to) throws SQLException {
    run(
        "with gone as (update %s set audience = ? where code = ? returning record_id)"
                .formatted(kind.table())
            + " insert into outbox(kind, record_ids, narrowing) select ?, array[record_id], true from gone",
        to.name(),
        code,
        kind.name());
    run("select pg_notify('heliograph_outbox', '')");
  }

  private static List<String> columns(RecordKind kind, FieldClass fieldClass) {
    return switch (kind) {
      case POWER_ITEM ->
          fieldClass == FieldClass.INTERNAL ? List.of("review_remark", "contact_phone") : List.of();
      case DISCLOSURE -> fieldClass == FieldClass.INTERNAL ? List.of("remark") : List.of();
      case SUBSIDY_BENEFICIARY ->
          fieldClass == FieldClass.PERSONAL
              ? List.of("full_name", "bank_tail", "person_key")
              : List.of();
      case CASE_OUTCOME ->
          switch (fieldClass) {
            case OPEN -> List.of();
            case INTERNAL -> List.of("remark");
            case PERSONAL -> List.of("respondent_name");
            case REPORTER -> List.of("reporter");
          };
      case STATUTE_ARTICLE -> List.of();
    };
  }

  /** Waits until the index has followed everything that is due. */
  public void awaitIndex() throws SQLException, InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (number("select count(*) from outbox where due_at <= now() and not parked") > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the index has not followed the outbox within a minute");
      }
      // polls a database that another thread of the service drains; there is nothing to wait on
      Thread.sleep(50);
    }
    long parked = number("select count(*) from outbox where parked");
    if (parked > 0) {
      throw new AssertionError(parked + " outbox rows are parked");
    }
  }

  public long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** The second column by the first. */
  public Map<String, String> texts(String sql) throws SQLException {
    var texts = new TreeMap<String, String>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        texts.put(result.getString(1), result.getString(2));
      }
    }
    return texts;
  }

  /** How many rows of each table hold the word; tables without one are left out. */
  public Map<String, String> holding(String word) throws SQLException {
    var found = new TreeMap<String, String>();
    for (String table :
        texts(
                "select table_name, '' from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
            .keySet()) {
      long count =
          number("select count(*) from \"" + table + "\" t where t::text like '%" + word + "%'");
      if (count > 0) {
        found.put(table, Long.toString(count));
      }
    }
    return found;
  }

  public void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        set(statement, i + 1, values[i]);
      }
      statement.execute();
    }
  }

  private void insert(String table, Map<String, ?> row) throws SQLException {
    String columns = String.join(", ", row.keySet());
    String marks = String.join(", ", row.keySet().stream().map(column -> "?").toList());
    run(
        "insert into " + table + "(" + columns + ") values (" + marks + ")",
        row.values().toArray());
  }

  private static void set(PreparedStatement statement, int index, Object value)
      throws SQLException {
    switch (value) {
      case Instant instant -> statement.setTimestamp(index, Timestamp.from(instant));
      default -> statement.setObject(index, value);
    }
  }

  private static String part(RegionCode region, RegionCode.Level level) {
    return region.at(level).map(RegionCode::value).orElse("");
  }
}
