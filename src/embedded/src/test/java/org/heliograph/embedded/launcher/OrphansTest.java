package org.heliograph.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pid files against real processes: ours must end, nobody else's may. */
class OrphansTest {

  @TempDir Path directory;
  private Layout layout;
  private Process sleeper;

  @BeforeEach
  void start_a_process() throws IOException {
    layout = Layout.ofCheckout(directory);
    sleeper = new ProcessBuilder("sleep", "611").start();
  }

  @AfterEach
  void end_it() {
    sleeper.destroyForcibly();
  }

  @Test
  void an_orphan_is_ended_and_its_pid_file_deleted() throws Exception {
    layout.pidFile("elasticsearch").write(sleeper.toHandle(), "611");

    assertEquals(List.of("Elasticsearch"), new Orphans(layout).cleanUp());

    assertTrue(sleeper.waitFor(5, TimeUnit.SECONDS));
    assertFalse(Files.exists(pidFile()));
  }

  @Test
  void a_process_that_took_over_the_pid_later_is_left_alone() throws Exception {
    layout.pidFile("elasticsearch").write(sleeper.toHandle(), "611");
    List<String> lines = Files.readAllLines(pidFile());
    Files.write(pidFile(), List.of(lines.get(0), "2020-02-02T02:02:02Z", lines.get(2)));

    assertEquals(List.of(), new Orphans(layout).cleanUp());

    assertTrue(sleeper.isAlive());
    assertFalse(Files.exists(pidFile()));
  }

  @Test
  void a_process_with_another_command_line_is_left_alone() throws Exception {
    layout.pidFile("elasticsearch").write(sleeper.toHandle(), directory.toString());

    assertEquals(List.of(), new Orphans(layout).cleanUp());

    assertTrue(sleeper.isAlive());
  }

  @Test
  void a_pid_that_nobody_has_and_a_torn_pid_file_mean_nothing_to_clean() throws Exception {
    layout.pidFile("elasticsearch").write(sleeper.toHandle(), "611");
    sleeper.destroyForcibly().waitFor();
    Files.writeString(pidFile().resolveSibling("postgres.pid"), "12");

    assertEquals(List.of(), new Orphans(layout).cleanUp());
  }

  private Path pidFile() {
    return layout.stack().resolve("run/elasticsearch.pid");
  }
}
