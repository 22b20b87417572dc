package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Passwords and keys of one stack: random, made once, kept in a file that only its owner may read.
 */
final class Secrets {

  private static final int BYTES = 32;

  private final Properties values = new Properties();

  private Secrets() {}

  static Secrets in(Path stack) {
    Path file = stack.resolve("secrets.properties");
    Secrets secrets = new Secrets();
    try {
      if (Files.exists(file)) {
        try (Reader reader = Files.newBufferedReader(file)) {
          secrets.values.load(reader);
        }
      }
      if (secrets.complete()) {
        secrets.store(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the secrets in " + file, e);
    }
    return secrets;
  }

  String of(Secret secret) {
    return values.getProperty(secret.name());
  }

  private boolean complete() {
    SecureRandom random = new SecureRandom();
    boolean added = false;
    for (Secret secret : Secret.values()) {
      if (values.getProperty(secret.name()) == null) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        // Passwords go into URLs and property files, so they keep to letters that need no escape;
        // keys are base64.
        Base64.Encoder encoder =
            secret.isKey() ? Base64.getEncoder() : Base64.getUrlEncoder().withoutPadding();
        values.setProperty(secret.name(), encoder.encodeToString(bytes));
        added = true;
      }
    }
    return added;
  }

  private void store(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, "Made by ./heliograph for this directory alone");
    }
  }
}
