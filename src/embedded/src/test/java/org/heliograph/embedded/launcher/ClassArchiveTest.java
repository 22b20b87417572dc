package org.heliograph.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

  private static final byte[] FINISHED = {-16, 11, -70, -88, 1};
  private static final byte[] CUT_OFF = {0, 0, 0, 0, 1};

  @TempDir Path directory;
  private ClassArchive archive;
  private Path jar;

  @BeforeEach
  void make_a_class_path() throws IOException {
    archive = new ClassArchive(Layout.ofCheckout(directory), ServerKind.KEYCLOAK);
    jar = Files.writeString(directory.resolve("a.jar"), "a");
  }

  @Test
  void a_finished_archive_is_used_again() throws IOException {
    Path file = file();
    Files.write(file, FINISHED);

    assertEquals(file, file());
    assertTrue(Files.exists(file));
  }

  @Test
  void an_archive_whose_writing_was_cut_off_is_deleted() throws IOException {
    Path file = file();
    Files.write(file, CUT_OFF);

    assertEquals(file, file());
    assertFalse(Files.exists(file));
  }

  @Test
  void another_class_path_means_another_archive_and_the_end_of_the_old_one() throws IOException {
    Path old = file();
    Files.write(old, FINISHED);
    Files.writeString(jar, "changed");

    assertNotEquals(old, file());
    assertFalse(Files.exists(old));
  }

  private Path file() throws IOException {
    String option = archive.options(List.of(jar)).get(1);
    return Path.of(option.substring(option.indexOf('=') + 1));
  }
}
