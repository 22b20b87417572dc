package org.heliograph.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the Containerfile with the packaged application, which stands in target/ by the time
 * integration tests run.
 */
class ContainerfileIT {
  @Test
  void it_copies_the_whole_packaged_application() throws IOException {
    Path application = Path.of("target/quarkus-app");
    assertTrue(Files.isDirectory(application), "package the application first");
    Set<String> packaged = new TreeSet<>();
    try (Stream<Path> entries = Files.list(application)) {
      entries.forEach(
          entry -> packaged.add(entry.getFileName() + (Files.isDirectory(entry) ? "/" : "")));
    }
    // A list for tools; the runner does not read it.
    packaged.remove("quarkus-app-dependencies.txt");
    assertEquals(
        packaged,
        ContainerfileTest.copies().stream()
            .map(copy -> copy.split(" ")[1])
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
