package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The environment variables by which the service, its commands and its tests find the stack. */
final class ServiceEnvironment {

  private ServiceEnvironment() {}

  static Map<String, String> of(Layout layout, Ports ports, Secrets secrets) {
    String search = "http://127.0.0.1:" + ports.elasticsearch();
    Map<String, String> environment = new TreeMap<>();
    environment.put("HELIOGRAPH_HTTP_PORT", Integer.toString(ports.service()));
    environment.put("HELIOGRAPH_DB_URL", Postgres.url(ports.postgres(), Postgres.DATABASE));
    environment.put("HELIOGRAPH_DB_USER", Postgres.APP);
    environment.put("HELIOGRAPH_DB_PASSWORD", secrets.of(Secret.DATABASE_APP));
    environment.put("HELIOGRAPH_DB_OWNER_USER", Postgres.OWNER);
    environment.put("HELIOGRAPH_DB_OWNER_PASSWORD", secrets.of(Secret.DATABASE_OWNER));
    environment.put("HELIOGRAPH_MIGRATE", "true");
    environment.put("HELIOGRAPH_SEARCH_PUBLIC_URL", search);
    environment.put("HELIOGRAPH_SEARCH_INTERNAL_URL", search);
    environment.put("HELIOGRAPH_SEARCH_PREFIX", "heliograph");
    environment.put("HELIOGRAPH_OIDC_URL", Keycloak.url(ports.keycloak()) + "/realms/heliograph");
    environment.put("HELIOGRAPH_FILES_DIRECTORY", layout.data("files").toString());
    environment.put("HELIOGRAPH_CURSOR_KEY", secrets.of(Secret.CURSOR_KEY));
    environment.put("HELIOGRAPH_PERSON_KEY", secrets.of(Secret.PERSON_KEY));
    return environment;
  }

  /**
   * What only tests may know: Keycloak's administrator, and where the stack's pid files and holds
   * lie.
   */
  static Map<String, String> forTests(Layout layout, Ports ports, Secrets secrets) {
    Map<String, String> environment = new TreeMap<>(of(layout, ports, secrets));
    environment.put("HELIOGRAPH_TEST_KEYCLOAK_URL", Keycloak.url(ports.keycloak()));
    environment.put("HELIOGRAPH_TEST_KEYCLOAK_ADMIN", Keycloak.ADMIN);
    environment.put("HELIOGRAPH_TEST_KEYCLOAK_PASSWORD", secrets.of(Secret.KEYCLOAK_ADMIN));
    environment.put("HELIOGRAPH_TEST_STACK", layout.stack().toString());
    return environment;
  }

  /** Writes {@code environment} as a file that a shell can source, readable by its owner alone. */
  static Path write(Map<String, String> environment, Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file,
        environment.entrySet().stream()
            .map(entry -> "export %s='%s'%n".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining()));
  }

  /** Reads what {@link #write} wrote. */
  static Map<String, String> read(Path file) throws IOException {
    Map<String, String> environment = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      environment.put(
          line.substring("export ".length(), equals),
          line.substring(equals + 2, line.length() - 1));
    }
    return environment;
  }
}
