package org.heliograph.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaProgramTest {

  @TempDir Path directory;

  @Test
  void an_archive_whose_writing_was_cut_off_is_deleted_and_a_finished_one_kept() throws Exception {
    Layout layout = Layout.ofCheckout(directory);
    Path archive = layout.runtime().resolve("classes/keycloak.jsa");
    Files.createDirectories(archive.getParent());

    Files.write(archive, new byte[] {0, 0, 0, 0, 1});
    JavaProgram.withClassArchive(layout, ServerKind.KEYCLOAK);
    assertFalse(Files.exists(archive));

    Files.write(archive, new byte[] {-16, 11, -70, -88, 1});
    JavaProgram.withClassArchive(layout, ServerKind.KEYCLOAK);
    assertTrue(Files.exists(archive));
  }

  @Test
  void the_marker_is_the_first_argument() throws Exception {
    Layout layout = Layout.ofCheckout(directory);

    assertEquals(
        JavaProgram.marker(layout.data("keycloak")),
        JavaProgram.withClassArchive(layout, ServerKind.KEYCLOAK).get(1));
  }
}
