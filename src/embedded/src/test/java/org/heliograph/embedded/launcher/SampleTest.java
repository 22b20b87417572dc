package org.heliograph.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

  @TempDir Path directory;
  private Layout layout;

  @BeforeEach
  void lay_out() throws Exception {
    layout = Layout.ofCheckout(directory);
    Files.createDirectories(layout.stack());
  }

  @Test
  void an_unknown_sample_is_refused_with_the_known_ones() {
    assertEquals(
        "There is no sample \"huge\": choose small, county or none.",
        assertThrows(Refusal.class, () -> sample("--sample", "huge")).getMessage());
  }

  @Test
  void two_samples_are_never_mixed() throws Exception {
    Files.writeString(layout.stack().resolve("sample"), "small");

    Refusal refusal = assertThrows(Refusal.class, sample("--sample", "county")::requireLoadable);

    assertEquals(
        "The database holds the sample \"small\": start with --fresh --sample county to replace it.",
        refusal.getMessage());
  }

  @Test
  void a_start_without_a_wish_keeps_what_is_there() throws Exception {
    Files.writeString(layout.stack().resolve("sample"), "none");

    sample().requireLoadable();
    sample("--sample", "none").requireLoadable();
  }

  @Test
  void forgetting_the_sample_allows_another() throws Exception {
    Files.writeString(layout.stack().resolve("sample"), "small");
    Sample county = sample("--sample", "county");

    county.forget();

    county.requireLoadable();
  }

  private Sample sample(String... flags) {
    List<String> arguments = new java.util.ArrayList<>(List.of("run"));
    arguments.addAll(List.of(flags));
    return Sample.of(CommandLine.parse(arguments), layout);
  }
}
