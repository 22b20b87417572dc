package org.heliograph.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void a_value_follows_its_flag_or_an_equals_sign() {
    CommandLine commandLine =
        CommandLine.parse(List.of("run", "--fresh", "--sample", "county", "--port=9090"));

    assertEquals(
        Map.of("--fresh", "true", "--sample", "county", "--port", "9090"), commandLine.flags());
  }

  @Test
  void what_is_not_known_is_refused_by_name() {
    for (String argument : new String[] {"--frsh", "county", "--port"}) {
      Refusal refusal =
          assertThrows(Refusal.class, () -> CommandLine.parse(List.of("run", argument)));

      assertEquals(
          "\"%s\" is not understood after \"run\": see ./heliograph help.".formatted(argument),
          refusal.getMessage());
    }
  }

  @Test
  void what_is_passed_on_stays_as_it_was() {
    assertEquals(
        List.of("statutes", "--port", "-x"),
        CommandLine.passingOn(List.of("import", "statutes", "--port", "-x")).rest());
  }
}
