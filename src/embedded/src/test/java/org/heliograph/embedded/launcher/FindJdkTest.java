package org.heliograph.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell's search for a JDK, with made-up JDKs that have a version and no virtual machine. */
class FindJdkTest {

  private static final Path CHECKOUT = Path.of(System.getProperty("heliograph.checkout"));

  @TempDir Path directory;

  private record Outcome(int exit, String output) {}

  @Test
  void java_home_is_taken_when_it_is_new_enough() throws Exception {
    Path home = jdk("elsewhere/jdk", "21.0.4");
    jdk("usual/jdk-25", "25");

    assertEquals(new Outcome(0, home.toString()), find(Map.of("JAVA_HOME", home.toString())));
  }

  @Test
  void an_old_java_home_is_passed_over_for_the_newest_of_the_usual_directories() throws Exception {
    Path old = jdk("elsewhere/jdk", "17.0.15");
    jdk("usual/jdk-21", "21.0.1");
    Path newest = jdk("usual/jdk-25", "25.0.1");
    jdk("usual/jdk-8", "1.8.0_402");

    assertEquals(new Outcome(0, newest.toString()), find(Map.of("JAVA_HOME", old.toString())));
  }

  @Test
  void the_path_is_followed_through_links_to_the_jdk() throws Exception {
    Path home = jdk("real/jdk-22", "22");
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Path alternative =
        Files.createSymbolicLink(directory.resolve("alternative"), home.resolve("bin/java"));
    Files.createSymbolicLink(bin.resolve("java"), alternative);

    assertEquals(
        new Outcome(0, home.toRealPath().toString()), find(Map.of("PATH", bin + ":/usr/bin:/bin")));
  }

  @Test
  void a_runtime_without_compiler_is_no_jdk() throws Exception {
    Path runtime = jdk("usual/jre-25", "25");
    Files.delete(runtime.resolve("bin/javac"));

    assertNotEquals(0, find(Map.of()).exit());
  }

  @Test
  void the_script_says_what_to_install_where_there_is_none() throws Exception {
    jdk("usual/jdk-17", "17");

    Outcome outcome = run(Map.of(), CHECKOUT.resolve("heliograph").toString(), "status");

    assertEquals(1, outcome.exit());
    assertTrue(outcome.output().contains("no JDK of version 21 or newer"), outcome.output());
    assertTrue(outcome.output().contains("install one"), outcome.output());
    assertEquals(1, outcome.output().lines().count(), outcome.output());
  }

  private Outcome find(Map<String, String> environment) throws IOException, InterruptedException {
    return run(environment, "-c", "set -euo pipefail; . src/embedded/find-jdk.sh; find_jdk");
  }

  private Outcome run(Map<String, String> changes, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash").directory(CHECKOUT.toFile()).redirectErrorStream(true);
    builder.command().addAll(List.of(arguments));
    // The search must find nothing of this machine: no java on the PATH and no usual directory but
    // the test's.
    Path programs = Files.createDirectories(directory.resolve("programs"));
    for (String program : new String[] {"sed", "readlink", "dirname", "date"}) {
      Path file =
          Files.writeString(
              programs.resolve(program), "#!/bin/sh\nexec " + which(program) + " \"$@\"\n");
      assertTrue(file.toFile().setExecutable(true));
    }
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", programs.toString());
    environment.put("HOME", directory.toString());
    environment.put("HELIOGRAPH_JDK_DIRECTORIES", directory.resolve("usual").toString());
    environment.putAll(changes);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.command().set(0, which("bash").toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output.strip());
  }

  private static Path which(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(entry -> Path.of(entry, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = directory.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    for (String program : new String[] {"java", "javac"}) {
      Path file = Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\nexit 1\n");
      assertTrue(file.toFile().setExecutable(true));
    }
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
