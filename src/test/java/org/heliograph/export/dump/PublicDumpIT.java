package org.heliograph.export.dump;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.heliograph.shared.Audience;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.support.Desk;
import org.heliograph.support.PackagedService;
import org.heliograph.support.Planted;
import org.heliograph.support.Plot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicDumpIT {
  private static final String RUN = Desk.fresh("DU");
  private static final List<String> FILES =
      List.of(
          "SHA256SUMS",
          "case-outcomes.csv.gz",
          "case-outcomes.jsonl.gz",
          "datapackage.json",
          "disclosures.csv.gz",
          "disclosures.jsonl.gz",
          "power-items.csv.gz",
          "power-items.jsonl.gz",
          "statutes.csv.gz",
          "statutes.jsonl.gz",
          "subsidy-beneficiaries.csv.gz",
          "subsidy-beneficiaries.jsonl.gz");

  @Inject PublicDump dump;
  @TempDir Path directory;

  @BeforeAll
  void plant() throws Exception {
    try (var plot = new Plot()) {
      plot.prepare();
      var open =
          Planted.published(
              RecordKind.SUBSIDY_BENEFICIARY, RUN + "-OPEN", "QY-MZJ", "990121101000");
      plot.plant(
          List.of(
              open,
              copy(open, "INSIDE").to(Audience.INTERNAL),
              copy(open, "DRAFT").in(Stage.DRAFT),
              copy(open, "GONE").in(Stage.WITHDRAWN)));
    }
  }

  private static Planted copy(Planted open, String what) {
    return Planted.published(open.kind(), RUN + "-" + what, "QY-MZJ", "990121101000");
  }

  private static String unpacked(Path file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> names(Path in) throws IOException {
    try (var all = Files.list(in)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_dump_holds_what_everybody_may_see_and_says_how_to_check_it() throws Exception {
    Path complete = dump.write(directory.resolve("a")).orElseThrow().directory();
    assertEquals(FILES, names(complete));
    for (String ending : List.of("csv", "jsonl")) {
      String file = unpacked(complete.resolve("subsidy-beneficiaries." + ending + ".gz"));
      assertTrue(file.contains(RUN + "-OPEN"));
      for (String hidden : List.of("INSIDE", "DRAFT", "GONE")) {
        assertFalse(file.contains(RUN + "-" + hidden), hidden);
      }
      assertFalse(file.contains("欧阳" + RUN), "whole names");
    }
    var described = JsonPath.from(complete.resolve("datapackage.json").toFile());
    List<Map<String, ?>> resources = described.getList("resources");
    var sums = Files.readAllLines(complete.resolve("SHA256SUMS"));
    assertEquals(10, resources.size());
    for (Map<String, ?> resource : resources) {
      Path file = complete.resolve(String.valueOf(resource.get("path")));
      byte[] bytes = Files.readAllBytes(file);
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      assertEquals("sha256:" + hash, resource.get("hash"));
      assertEquals(bytes.length, resource.get("bytes"));
      assertTrue(sums.contains(hash + "  " + file.getFileName()));
    }
    var table = described.getMap("resources.find { it.name == 'statutes-csv' }.schema");
    String header = unpacked(complete.resolve("statutes.csv.gz")).lines().findFirst().orElseThrow();
    assertEquals(
        header,
        String.join(
            ",",
            JsonPath.from(complete.resolve("datapackage.json").toFile())
                .getList(
                    "resources.find { it.name == 'statutes-csv' }.schema.fields.name",
                    String.class)));
    assertEquals("id", table.get("primaryKey"));
  }

  @Test
  void a_later_dump_takes_the_place_of_the_one_before() throws Exception {
    Path root = directory.resolve("b");
    Path first = dump.write(root).orElseThrow().directory();
    Files.createDirectories(root.resolve(".unfinished-of-a-killed-process"));
    // the name holds the second
    Thread.sleep(1_100);
    Path second = dump.write(root).orElseThrow().directory();
    assertFalse(Files.exists(first));
    assertEquals(
        new TreeSet<>(List.of(second.getFileName().toString(), "latest")),
        new TreeSet<>(names(root)));
    assertEquals(second.toRealPath(), root.resolve("latest").toRealPath());
  }

  @Test
  void a_dump_that_fails_leaves_the_one_before() throws Exception {
    Path file = Files.writeString(directory.resolve("c"), "in the way");
    assertThrows(UncheckedIOException.class, () -> dump.write(file));
    Path root = directory.resolve("d");
    Path first = dump.write(root).orElseThrow().directory();
    // a link that cannot be replaced stands where the new one would
    Files.createDirectories(root.resolve(".unfinished-latest/full"));
    assertThrows(UncheckedIOException.class, () -> dump.write(root));
    assertEquals(first.toRealPath(), root.resolve("latest").toRealPath());
    assertEquals(FILES, names(root.resolve("latest")));
  }

  @Test
  void nothing_is_written_while_another_process_does() throws Exception {
    try (var plot = new Plot()) {
      plot.run("select pg_advisory_lock(hashtextextended('heliograph-dump', 0))");
      assertTrue(dump.write(directory.resolve("e")).isEmpty());
    }
    assertFalse(Files.exists(directory.resolve("e")));
  }

  @Test
  void the_command_writes_a_dump_and_the_service_serves_it() throws Exception {
    Path root = directory.resolve("f");
    try (var command =
        PackagedService.command(directory.resolve("said"), "dump", root.toString())) {
      assertTrue(command.process().waitFor(2, TimeUnit.MINUTES), command::said);
      assertEquals(0, command.process().exitValue(), command::said);
      assertTrue(command.said().contains("statutes.csv.gz: "), command::said);
    }
    try (var service =
        PackagedService.serve(
            directory.resolve("serving"), Map.of("HELIOGRAPH_DUMP_DIRECTORY", root.toString()))) {
      for (String name : FILES) {
        Response answer = given().port(service.port()).get("/dumps/" + name);
        assertEquals(200, answer.statusCode(), name);
        assertArrayEquals(
            Files.readAllBytes(root.resolve("latest").resolve(name)), answer.asByteArray(), name);
      }
      for (String name : List.of("nonsense.csv.gz", "latest", "..%2F..%2Fsaid", "../said")) {
        Response answer =
            given().port(service.port()).urlEncodingEnabled(false).get("/dumps/" + name);
        assertEquals(404, answer.statusCode(), name);
      }
    }
    Response nowhere = given().get("/dumps/datapackage.json");
    assertEquals(404, nowhere.statusCode(), "a pod without a directory serves none");
    assertEquals("NOT_FOUND", nowhere.path("errors[0].extensions.code"));
  }

  @Test
  void a_dump_in_which_a_withdrawn_record_stands_is_not_served_until_it_is_renewed()
      throws Exception {
    Path root = directory.resolve("g");
    String code = Desk.fresh("DUWD");
    try (var plot = new Plot()) {
      long id =
          plot.plant(
                  List.of(
                      Planted.published(
                          RecordKind.SUBSIDY_BENEFICIARY, code, "QY-MZJ", "990121101000")))
              .getFirst();
      dump.write(root);
      try (var service =
          PackagedService.serve(
              directory.resolve("renewing"),
              Map.of(
                  "HELIOGRAPH_DUMP_DIRECTORY", root.toString(), "HELIOGRAPH_DUMP_MARGIN", "0S"))) {
        String file = "/dumps/subsidy-beneficiaries.jsonl.gz";
        assertEquals(200, given().port(service.port()).get(file).statusCode());
        plot.run(
            "update subsidy_beneficiary set stage = 'WITHDRAWN', withdrawn_at = now(), changed_at = now(),"
                + " withdrawal_kind = 'GONE', withdrawal_reason = '依法撤回' where id = "
                + id);
        Response stale = given().port(service.port()).get(file);
        assertEquals(503, stale.statusCode());
        assertEquals("UNAVAILABLE", stale.path("errors[0].extensions.code"));
        Response renewed = stale;
        for (int i = 0; i < 15 && renewed.statusCode() != 200; i++) {
          // the name holds the second in which it was written; and windows that other tests planted
          // may close meanwhile, which makes it stale again
          Thread.sleep(1_100);
          dump.write(root);
          renewed = given().port(service.port()).get(file);
        }
        assertEquals(200, renewed.statusCode());
        assertFalse(unpacked(root.resolve("latest/subsidy-beneficiaries.jsonl.gz")).contains(code));
        plot.run(
            "insert into stored_file(id, organisation, uploaded_by, state, name, media_type, size, sha256, kind, record_id, withdrawn_at)"
                + " values (?, 'QY-MZJ', 'plot', 'WITHDRAWN', 'a.txt', 'text/plain', 1, '', 'SUBSIDY_BENEFICIARY', 1, now())",
            org.heliograph.store.FileStore.unguessable());
        assertEquals(
            503,
            given().port(service.port()).get(file).statusCode(),
            "a file that was taken back is named in the copy");
      }
    }
  }
}
