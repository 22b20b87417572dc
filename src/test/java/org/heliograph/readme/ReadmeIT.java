package org.heliograph.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.heliograph.support.PackagedService;
import org.heliograph.support.SampleService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar with the sample county in a database of its own, asked what the README and the
 * launcher's welcome suggest.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeIT {
  private static final Path README = Path.of("README.md");
  private static final Path WELCOME =
      Path.of("src/embedded/src/main/java/org/heliograph/embedded/launcher/Welcome.java");

  /** A command, and the answer that stands below it. */
  private static final Pattern TRIAL =
      Pattern.compile("```\n((?:TOKEN=|token\\(\\) |curl )[^`]+)```\n```json\n([^`]+)\n```");

  private static final Pattern SUGGESTION = Pattern.compile("^ +(\\{ .+ \\})$", Pattern.MULTILINE);

  private PackagedService service;

  @BeforeAll
  void load_the_sample(@TempDir Path directory) throws Exception {
    service = SampleService.start("readme", directory);
  }

  @AfterAll
  void stop() throws InterruptedException {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void each_command_of_the_readme_answers_what_it_shows() throws Exception {
    var trials = new ArrayList<String>();
    var matcher = TRIAL.matcher(Files.readString(README));
    while (matcher.find()) {
      trials.add(matcher.group(1));
      assertEquals(matcher.group(2), run(matcher.group(1)), matcher.group(1));
    }
    assertEquals(6, trials.size(), "commands with their answers in the README");
  }

  /** In a shell, as the reader would, at the addresses of this test. */
  private String run(String command) throws IOException, InterruptedException {
    String realm = System.getenv("HELIOGRAPH_OIDC_URL");
    String here =
        command
            .replace("http://localhost:8180/realms/heliograph", realm)
            .replace("http://localhost:8080", "http://localhost:" + service.port());
    assertFalse(here.equals(command), "the command names an address");
    Process shell = new ProcessBuilder("bash", "-ec", here).start();
    shell.getOutputStream().close();
    try (InputStream out = shell.getInputStream()) {
      String answer = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, shell.waitFor(), command);
      return answer.strip();
    }
  }

  @Test
  void each_query_of_the_welcome_finds_something() throws IOException {
    List<String> queries =
        SUGGESTION.matcher(Files.readString(WELCOME)).results().map(r -> r.group(1)).toList();
    assertEquals(3, queries.size());
    for (String query : queries) {
      JsonPath answer = service.ask(query);
      assertNull(answer.get("errors"), answer::prettify);
      String total = query.contains("totalCount") ? "totalCount" : "count";
      String field = query.replaceFirst("^\\{ (\\w+).*$", "$1");
      assertTrue(answer.getInt("data." + field + "." + total) > 0, answer::prettify);
    }
  }

  @Test
  void the_map_names_every_package() throws IOException {
    String map = Files.readString(README);
    try (var packages = Files.list(Path.of("src/main/java/org/heliograph"))) {
      for (Path each : packages.filter(Files::isDirectory).toList()) {
        assertTrue(map.contains(" " + each.getFileName() + "/"), each + " is on the README's map");
      }
    }
  }
}
