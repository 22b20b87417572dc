package org.heliograph.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What can be said of the Containerfile without building it. That its sources exist in a packaged
 * application is ContainerfileIT's.
 */
class ContainerfileTest {
  private static final Set<String> INSTRUCTIONS =
      Set.of("FROM", "WORKDIR", "COPY", "USER", "EXPOSE", "ENTRYPOINT", "CMD");

  @Test
  void it_uses_known_instructions_and_starts_from_one_base_image() throws IOException {
    List<String> instructions = lines().stream().map(line -> line.split(" ")[0]).toList();
    assertTrue(INSTRUCTIONS.containsAll(instructions), instructions.toString());
    assertEquals("FROM", instructions.getFirst());
    String base = instruction("FROM");
    assertTrue(
        base.matches("[a-z-]+:25-jre(-[a-z0-9]+)?"),
        base + " is not a Java 25 runtime named without a registry");
  }

  @Test
  void it_runs_as_a_numeric_user_that_is_not_root() throws IOException {
    String user = instruction("USER");
    assertTrue(user.matches("[1-9][0-9]+:[1-9][0-9]+"), user);
    List<String> lines = lines();
    assertTrue(
        lines.indexOf("USER " + user) > lines.lastIndexOf(copies().getLast()),
        "the files are copied as root, so that the running user cannot change them");
  }

  @Test
  void it_copies_what_changes_least_first() throws IOException {
    assertEquals(
        List.of(
            "COPY lib/ /app/lib/",
            "COPY quarkus-run.jar /app/quarkus-run.jar",
            "COPY quarkus/ /app/quarkus/",
            "COPY app/ /app/app/"),
        copies());
  }

  @Test
  void it_sizes_the_heap_by_the_container_and_starts_what_it_copied() throws IOException {
    List<?> command = new ObjectMapper().readValue(instruction("ENTRYPOINT"), List.class);
    assertEquals("java", command.getFirst());
    assertEquals(
        List.of("-jar", "/app/quarkus-run.jar"),
        command.subList(command.size() - 2, command.size()));
    assertTrue(command.contains("-XX:MaxRAMPercentage=60"));
    assertFalse(
        command.toString().contains("-Xmx"), "a fixed heap would ignore the container's limit");
    assertEquals(List.of("serve"), new ObjectMapper().readValue(instruction("CMD"), List.class));
  }

  static String instruction(String name) throws IOException {
    List<String> found = lines().stream().filter(line -> line.startsWith(name + " ")).toList();
    assertEquals(1, found.size(), name + " stands once");
    return found.getFirst().substring(name.length() + 1);
  }

  static List<String> copies() throws IOException {
    return lines().stream().filter(line -> line.startsWith("COPY ")).toList();
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of("src/main/docker/Containerfile")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
