package org.heliograph.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlantedSetTest {
  private static final Path FILE = Path.of("src/test/resources/privacy/planted.jsonl");

  private static List<Measurement.Sample> planted() {
    var all = new ArrayList<>(Personal.all());
    all.addAll(Harmless.all());
    return all;
  }

  @Test
  void the_set_holds_enough_of_both_and_of_every_category() {
    assertTrue(Personal.all().size() >= 500, "positives");
    assertTrue(Harmless.all().size() >= 500, "negatives");
    for (Category category : Category.values()) {
      long planted =
          Personal.all().stream()
              .filter(sample -> sample.expect().getFirst().category() == category)
              .count();
      assertTrue(planted >= 30, category + ": " + planted);
    }
  }

  @Test
  void what_is_planted_is_found_and_little_else() {
    Measurement measured = Measurement.of(planted());
    System.out.println(measured.table());
    assertTrue(measured.numbers().recall() >= .99, "recall on numbers");
    assertTrue(measured.overall().recall() >= .98, "recall");
    assertTrue(measured.overall().precision() >= .95, "precision");
  }

  /** The file is what the command is tried with; -Dgolden.accept writes it anew. */
  @Test
  void the_file_is_what_the_generator_makes() throws Exception {
    String made = Measurement.write(planted());
    if (System.getProperty("golden.accept") != null) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, made);
    }
    assertEquals(made, Files.readString(FILE));
    assertEquals(planted(), Measurement.read(FILE));
  }

  @Test
  void masking_leaves_nothing_to_find_and_nothing_of_the_value() {
    for (Measurement.Sample sample : Personal.all()) {
      String masked = PrivacyScan.mask(sample.text());
      var left = PrivacyScan.scan("", masked);
      assertEquals(List.of(), left, masked);
      assertEquals(masked, PrivacyScan.mask(masked));
    }
  }
}
