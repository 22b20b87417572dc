package org.heliograph.embedded.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a stack that carry secrets, and the disk they need. */
class StackFilesTest {

  @TempDir Path directory;

  @Test
  void secrets_are_made_once_and_differ_between_stacks() {
    String first = Secrets.in(directory.resolve("a")).of(Secret.DATABASE_APP);

    assertEquals(first, Secrets.in(directory.resolve("a")).of(Secret.DATABASE_APP));
    assertNotEquals(first, Secrets.in(directory.resolve("b")).of(Secret.DATABASE_APP));
  }

  @Test
  void keys_are_base64_of_32_bytes() {
    Secrets secrets = Secrets.in(directory);

    for (Secret key : new Secret[] {Secret.CURSOR_KEY, Secret.PERSON_KEY}) {
      assertEquals(32, Base64.getDecoder().decode(secrets.of(key)).length);
    }
  }

  @Test
  void files_with_secrets_are_their_owners_alone() throws Exception {
    Secrets.in(directory);
    ServiceEnvironment.write(Map.of("A", "b"), directory.resolve("environment"));

    for (String file : new String[] {"secrets.properties", "environment"}) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))));
    }
  }

  @Test
  void the_environment_is_read_as_it_was_written() throws Exception {
    Map<String, String> environment =
        ServiceEnvironment.of(Layout.ofCheckout(directory), Ports.DEFAULTS, Secrets.in(directory));

    assertEquals(
        environment,
        ServiceEnvironment.read(
            ServiceEnvironment.write(environment, directory.resolve("environment"))));
  }

  @Test
  void a_full_disk_is_refused_with_both_sizes() {
    Refusal refusal =
        assertThrows(Refusal.class, () -> DiskSpace.require(directory, Long.MAX_VALUE));

    assertTrue(
        refusal
            .getMessage()
            .matches(
                "Only \\d+ MB are free on the disk of .*, and Heliograph needs \\d+ MB there: free some space .*"),
        refusal.getMessage());
  }
}
