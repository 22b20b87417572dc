package org.heliograph.embedded.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated county, in a size that a test can hold. */
class CountyGeneratorTest extends SampleContract {
  private static final int ITEMS = 600;
  private static final int DISCLOSURES = 1000;
  private static final int PAYMENTS = 4000;
  private static final int CASES = 800;

  @TempDir static Path out;

  @BeforeAll
  static void generate() throws IOException {
    CountyGenerator.generate(plan(out, 1));
  }

  private static Plan plan(Path directory, long seed) {
    return new Plan(directory, seed, ITEMS, DISCLOSURES, PAYMENTS, CASES);
  }

  @Override
  SampleFiles sample() {
    return new SampleFiles(out);
  }

  @Test
  void there_are_as_many_records_as_asked_for() {
    assertEquals(ITEMS, sample().rows("power-items").size());
    assertEquals(DISCLOSURES, sample().rows("disclosures").size());
    assertEquals(PAYMENTS, sample().rows("subsidy-beneficiaries").size());
    assertEquals(CASES, sample().rows("case-outcomes").size());
  }

  @Test
  void the_county_has_the_offices_and_places_of_a_real_one() {
    assertEquals(44 + 36 + 400, sample().rows("organisations").size());
    assertEquals(3 + 36 + 400, sample().rows("regions").size());
  }

  @Test
  void the_items_of_a_whole_county_have_thirty_thousand_risk_points() {
    Plan whole = new Plan(out, 1, 5728, 0, 0, 0);
    assertEquals(30_000, IntStream.range(0, 5728).map(whole::risksOf).sum());
    assertEquals(50_000, IntStream.range(0, 5728).map(whole::supervisionPointsOf).sum());
    assertEquals(
        IntStream.range(0, ITEMS).map(whole::risksOf).sum(),
        sample().rows("power-items").stream().mapToInt(row -> row.path("riskPoints").size()).sum());
  }

  @Test
  void some_three_in_a_hundred_are_not_public() {
    for (String kind : SampleFiles.RECORDS) {
      List<JsonNode> rows = sample().rows(kind);
      long hidden =
          rows.stream()
              .filter(row ->
                  Stream.of("stage", "audience", "visibleFrom", "visibleUntil").anyMatch(row::has))
              .count();
      double share = 100.0 * hidden / rows.size();
      assertTrue(share > 1.2 && share < 5.5, kind + ": " + share + " %");
    }
  }

  @Test
  void the_same_seed_gives_the_same_bytes_and_another_seed_others(@TempDir Path again)
      throws IOException {
    CountyGenerator.generate(plan(again.resolve("same"), 1));
    CountyGenerator.generate(plan(again.resolve("other"), 2));
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        assertEquals(digest(file), digest(again.resolve("same").resolve(name)), name);
      }
    }
    for (String name : List.of("power-items.jsonl", "subsidy-beneficiaries.csv")) {
      assertNotEquals(
          digest(out.resolve(name)), digest(again.resolve("other").resolve(name)), name);
    }
  }

  @Test
  void a_record_is_the_same_however_many_are_asked_for(@TempDir Path fewer) throws IOException {
    CountyGenerator.generate(new Plan(fewer, 1, 50, 100, 10, 5));
    for (String kind : List.of("power-items", "disclosures")) {
      List<JsonNode> few = new SampleFiles(fewer).rows(kind);
      // links of disclosures go to whatever items there are
      assertEquals(
          few.stream().map(row -> row.path("title")).toList(),
          sample().rows(kind).stream().limit(few.size()).map(row -> row.path("title")).toList());
    }
  }

  private static String digest(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
