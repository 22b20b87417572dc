package org.heliograph.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.heliograph.audit.AuditVerification.Head;
import org.heliograph.disclosure.Disclosure;
import org.heliograph.shared.RecordKind;
import org.heliograph.store.Database;
import org.heliograph.support.Plot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an owner of the database does to the trail by hand, a verification names it. */
@QuarkusTest
class AuditChainIT {
  private static final String CHAIN = "chain-test";

  @Inject AuditTrail trail;
  @Inject AuditVerification verification;
  @Inject Database database;
  @Inject DataSource runtimeRole;

  private Plot plot;

  @BeforeEach
  void open() throws SQLException {
    plot = new Plot();
    for (int i = 1; i <= 5; i++) {
      append(i);
    }
  }

  @AfterEach
  void close() throws SQLException {
    plot.run(
        "delete from audit_row where entry_id in (select id from audit_entry where chain = ?)",
        CHAIN);
    plot.run(
        "delete from audit_detail where entry_id in (select id from audit_entry where chain = ?)",
        CHAIN);
    plot.run("delete from audit_entry where chain = ?", CHAIN);
    plot.run("delete from audit_head where chain = ?", CHAIN);
    plot.close();
  }

  private void append(long record) {
    var row = new Disclosure();
    row.recordId = record;
    row.revision = 1;
    row.edition = 2;
    row.code = "第" + record + "号";
    row.organisation = CHAIN;
    database.write(session -> {
      trail.append(
          session,
          new Event(
              RecordKind.DISCLOSURE, CHAIN, row, "PUBLISH", Map.of("n", record), List.of(row)),
          new Authority("赵某", "REVIEWER", null, "核对无误", "request-1", "PRIVATE"));
      return true;
    });
  }

  private List<String> findings() {
    return verification.verify(Map.of()).findings();
  }

  private long entry(int position) throws SQLException {
    return plot.number(
        "select id from audit_entry where chain = '%s' and position = %d"
            .formatted(CHAIN, position));
  }

  @Test
  void an_untouched_trail_is_whole() {
    assertEquals(List.of(), findings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor = 'nobody'",
        "at = at + interval '1 second'",
        "code = null",
        "record_id = 99",
        "transition = 'APPROVE'",
        "address_class = null",
        "edition = 3",
        "rows_count = 2",
        "previous = hash"
      })
  void an_edited_entry_is_named(String edit) throws Exception {
    plot.run("update audit_entry set " + edit + " where id = " + entry(3));
    var found = findings();
    String name = "entry " + entry(3) + " ";
    assertTrue(
        found.stream().anyMatch(line -> line.startsWith(name) && line.endsWith("was edited")),
        found.toString());
  }

  @Test
  void an_edited_entry_with_a_new_hash_breaks_the_chain_behind_it() throws Exception {
    plot.run("update audit_entry set actor = 'nobody' where id = " + entry(3));
    plot.run("update audit_entry e set hash = audit_entry_hash(e) where id = " + entry(3));
    assertEquals(
        List.of(
            "entry %d (chain %s, position 4) does not follow the entry before it: one of the two was exchanged"
                .formatted(entry(4), CHAIN)),
        findings());
  }

  @Test
  void a_removed_entry_is_named_by_its_place() throws Exception {
    plot.run("delete from audit_row where entry_id = " + entry(3));
    plot.run("delete from audit_detail where entry_id = " + entry(3));
    plot.run("delete from audit_entry where id = " + entry(3));
    assertEquals(
        List.of("the entry at chain %s, position 3 was removed".formatted(CHAIN)), findings());
  }

  @Test
  void the_last_entry_is_missed_by_the_head_and_a_cut_head_by_kept_heads() throws Exception {
    Map<String, Head> kept = Map.of(CHAIN, head());
    plot.run("delete from audit_row where entry_id = " + entry(5));
    plot.run("delete from audit_detail where entry_id = " + entry(5));
    plot.run("delete from audit_entry where id = " + entry(5));
    assertTrue(findings().getFirst().contains("should end at position 5"), findings().toString());
    plot.run(
        "update audit_head h set position = 4, hash = e.hash from audit_entry e where h.chain = e.chain and e.id = "
            + entry(4));
    assertEquals(List.of(), findings(), "nothing inside the database tells of it any more");
    assertTrue(verification.verify(kept).findings().getFirst().contains("its end was cut off"));
  }

  private Head head() {
    return verification.verify(Map.of()).heads().stream()
        .filter(head -> head.chain().equals(CHAIN))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_inserted_entry_is_named() throws Exception {
    long id =
        plot.number(
            "insert into audit_entry(chain, actor, actor_role, kind, transition, detail_hash) values ('"
                + CHAIN
                + "', 'x', 'EDITOR', 'DISCLOSURE', 'PUBLISH', '') returning id");
    var found = findings();
    assertTrue(
        found.stream()
            .anyMatch(line -> line.contains("entry " + id + " ") && line.contains("was inserted")),
        found.toString());
  }

  @Test
  void edited_details_and_rows_are_named() throws Exception {
    plot.run("update audit_detail set detail = '{}' where entry_id = " + entry(2));
    plot.run("update audit_row set record_id = 77 where entry_id = " + entry(4));
    plot.run("update audit_detail set detail = null, salt = null where entry_id = " + entry(5));
    var found = String.join("\n", findings());
    assertTrue(found.contains("position 2) has a detail that was edited"), found);
    assertTrue(found.contains("position 4) no longer has the rows"), found);
    assertTrue(
        found.contains("position 5) has a blank detail that no erasure accounts for"), found);
  }

  @Test
  void an_erasure_blanks_details_and_keeps_the_chain() throws Exception {
    database.write(session ->
        session
            .createNativeQuery(
                "select audit_erase('%s', 'timetable', 'SYSTEM', null, 'DISCLOSURE', 2, '第2号')"
                    .formatted(CHAIN),
                Long.class)
            .getSingleResult());
    assertEquals(List.of(), findings());
    assertEquals(
        1,
        plot.number(
            "select count(*) from audit_detail where detail is null and salt is null and entry_id = "
                + entry(2)));
    assertEquals(
        Map.of("6", "ERASE_TRAIL"),
        plot.texts("select position::text, transition from audit_entry where id = " + entry(6)));
  }

  @Test
  void the_runtime_role_can_only_append() throws Exception {
    for (String statement :
        List.of(
            "update audit_entry set actor = 'x'",
            "delete from audit_entry",
            "truncate audit_entry",
            "insert into audit_entry(chain, actor, actor_role, kind, transition, detail_hash) values ('', 'x', 'x', 'x', 'x', '')",
            "update audit_detail set detail = null, salt = null",
            "delete from audit_detail",
            "update audit_row set revision = 9",
            "delete from audit_row",
            "update audit_head set position = 0",
            "delete from audit_head",
            "select audit_link(1)",
            "drop function audit_hash(text)",
            "alter table audit_entry disable trigger all")) {
      try (var connection = runtimeRole.getConnection();
          var sql = connection.createStatement()) {
        var refused = assertThrows(SQLException.class, () -> sql.execute(statement), statement);
        assertEquals("42501", refused.getSQLState(), statement);
      }
    }
  }

  @Test
  void entries_that_are_written_at_once_make_one_chain() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      var all =
          IntStream.range(0, 80)
              .<Callable<Boolean>>mapToObj(i ->
                  () -> {
                    append(100 + i);
                    return true;
                  })
              .toList();
      for (var each : pool.invokeAll(all)) {
        each.get();
      }
    }
    assertEquals(List.of(), findings());
    assertEquals(85, head().position());
  }
}
