package org.heliograph.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the children when a launcher ends in one way or another, with real processes. */
class StackSessionTest {

  @TempDir Path directory;
  private Layout layout;
  private final List<Process> launchers = new ArrayList<>();

  @BeforeEach
  void lay_out() {
    layout = Layout.ofCheckout(directory);
  }

  @AfterEach
  void leave_no_process() {
    launchers.forEach(Process::destroyForcibly);
    new Orphans(layout).cleanUp();
  }

  @Test
  void a_termination_signal_leaves_no_process() throws Exception {
    Process launcher = launch("END", "READY");
    ProcessHandle child = child();

    launcher.destroy();

    assertTrue(launcher.waitFor(10, TimeUnit.SECONDS));
    assertFalse(child.isAlive());
    assertFalse(Files.exists(layout.stack().resolve("run/launcher.pid")));
  }

  @Test
  void the_next_start_ends_what_a_killed_launcher_left_running() throws Exception {
    Process launcher = launch("END", "READY");
    ProcessHandle orphan = child();
    launcher.destroyForcibly().waitFor();
    assertTrue(orphan.isAlive());

    launch("END", "Stopped Elasticsearch, which a killed launcher had left running", "READY");

    assertFalse(orphan.isAlive());
    assertNotEquals(orphan.pid(), child().pid());
  }

  @Test
  void a_second_launcher_is_refused_while_the_first_runs() throws Exception {
    Process first = launch("END", "READY");
    ProcessHandle child = child();

    launch("END", "REFUSED Heliograph already runs in this checkout (process " + first.pid() + ")");

    assertTrue(child.isAlive());
  }

  @Test
  void a_dead_child_ends_the_launcher_with_a_sentence() throws Exception {
    Process launcher = launch("END", "READY");

    child().destroyForcibly();

    awaitLine(launcher, "REFUSED Elasticsearch (process ");
    assertTrue(launcher.waitFor(10, TimeUnit.SECONDS));
    assertEquals(1, launcher.exitValue());
  }

  @Test
  void under_tests_a_dead_child_comes_back_when_its_hold_is_lifted() throws Exception {
    launch("RESTART", "READY");
    ProcessHandle first = child();
    Path hold = layout.hold("elasticsearch");
    Files.createDirectories(hold.getParent());
    Files.createFile(hold);

    first.destroyForcibly();
    first.onExit().get(5, TimeUnit.SECONDS);
    TimeUnit.SECONDS.sleep(1); // Several polls of the supervision: none of them may start it.
    assertTrue(layout.pidFile("elasticsearch").owner().isEmpty());

    Files.delete(hold);
    await(() -> layout.pidFile("elasticsearch").owner().isPresent());
    assertNotEquals(first.pid(), child().pid());
  }

  private ProcessHandle child() {
    return layout.pidFile("elasticsearch").owner().orElseThrow();
  }

  private Process launch(String supervision, String... expectedLines) throws IOException {
    Process launcher =
        new ProcessBuilder(
                Processes.java(),
                // Systems show the beginning of a command line, and the class path is long.
                "-Dcheckout=" + directory,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SessionProbe.class.getName(),
                directory.toString(),
                supervision)
            .redirectErrorStream(true)
            .start();
    launchers.add(launcher);
    for (String line : expectedLines) {
      awaitLine(launcher, line);
    }
    return launcher;
  }

  private static void awaitLine(Process launcher, String part) throws IOException {
    BufferedReader reader = launcher.inputReader();
    List<String> seen = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      seen.add(line);
      if (line.contains(part)) {
        return;
      }
    }
    throw new AssertionError("no \"" + part + "\" in " + seen);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "did not come to pass in 10 s");
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
