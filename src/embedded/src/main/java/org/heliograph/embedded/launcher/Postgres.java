package org.heliograph.embedded.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.postgresql.util.PSQLException;

/**
 * PostgreSQL 18, from binaries out of Maven, with the database and the two roles that the service
 * expects.
 */
final class Postgres implements Server {

  static final String DATABASE = "heliograph";
  static final String OWNER = "heliograph_owner";
  static final String APP = "heliograph_app";

  private static final String SUPERUSER = "postgres";

  private final Layout layout;
  private final int port;
  private final Secrets secrets;

  Postgres(Layout layout, int port, Secrets secrets) {
    this.layout = layout;
    this.port = port;
    this.secrets = secrets;
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public ServerKind kind() {
    return ServerKind.POSTGRES;
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(2);
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    Path jar = layout.archive("postgres-");
    new Archives(layout.runtime())
        .require(homeName(), target -> Archives.unpackTarInJar(jar, target));
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      initialise();
    }
  }

  @Override
  public ProcessSpec process() {
    List<String> command = asOrdinaryUser("postgres");
    command.addAll(List.of("-D", data().toString()));
    settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return new ProcessSpec(command, Map.of(), data().toString());
  }

  @Override
  public boolean isReady() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(5);
    } catch (PSQLException e) {
      // 28P01: the server answers, but not to the password we hold.
      if ("28P01".equals(e.getSQLState())) {
        throw new Refusal(
            "PostgreSQL's data in %s have another password than %s: run ./heliograph reset."
                .formatted(
                    layout.shown(data()),
                    layout.shown(layout.stack().resolve("secrets.properties"))));
      }
      return false;
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void equip() throws IOException {
    try (Connection connection = connect("postgres")) {
      createRole(connection, OWNER, secrets.of(Secret.DATABASE_OWNER));
      createRole(connection, APP, secrets.of(Secret.DATABASE_APP));
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
        execute(connection, "SELECT format('CREATE DATABASE %I OWNER %I', ?, ?)", DATABASE, OWNER);
      }
    } catch (SQLException e) {
      throw new IOException("cannot create the database of the service", e);
    }
  }

  private Path data() {
    return layout.data("postgres");
  }

  private String homeName() {
    return layout.archive("postgres-").getFileName().toString().replace(".jar", "");
  }

  /**
   * Durable as a real server; modest in memory. {@code jit} off: compiling a plan costs more than
   * these queries run. Terse errors: a detail repeats the refused row, which may be about a person.
   * Loopback only, no Unix socket: its path could be longer than a socket's may be.
   */
  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("port", Integer.toString(port)),
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("unix_socket_directories", ""),
        Map.entry("fsync", "on"),
        Map.entry("synchronous_commit", "on"),
        Map.entry("shared_buffers", "256MB"),
        Map.entry("work_mem", "16MB"),
        Map.entry("maintenance_work_mem", "128MB"),
        Map.entry("max_connections", "100"),
        Map.entry("max_wal_size", "2GB"),
        Map.entry("random_page_cost", "1.1"),
        Map.entry("jit", "off"),
        Map.entry("log_error_verbosity", "terse"),
        Map.entry("timezone", "UTC"),
        Map.entry("log_timezone", "UTC"));
  }

  private void initialise() throws IOException, InterruptedException {
    Path partial = layout.data("postgres.partial");
    Layout.deleteTree(partial);
    Path password =
        Files.createTempFile(
            layout.stack(),
            "initdb",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(password, secrets.of(Secret.POSTGRES_SUPERUSER) + "\n");
      List<String> command = asOrdinaryUser("initdb");
      // Sorting by code point is the same on every machine; the UTF-8 character type lets trigrams
      // see Chinese.
      command.addAll(
          List.of(
              "-D",
              partial.toString(),
              "-U",
              SUPERUSER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--lc-ctype=" + characterType(),
              "--no-instructions"));
      File log = layout.log("postgres-initdb").toFile();
      Files.createDirectories(log.toPath().getParent());
      int exit =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start()
              .waitFor();
      if (exit != 0) {
        throw new Refusal(
            "PostgreSQL could not create its data directory: see %s, then start again."
                .formatted(layout.shown(log.toPath())));
      }
      Files.move(partial, data());
    } finally {
      Files.deleteIfExists(password);
    }
  }

  private static String characterType() {
    return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
  }

  /**
   * PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it does.
   */
  private List<String> asOrdinaryUser(String program) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(layout.runtime().resolve(homeName()).resolve("bin").resolve(program).toString());
    return command;
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", secrets.of(Secret.POSTGRES_SUPERUSER));
    properties.setProperty("connectTimeout", "2");
    return DriverManager.getConnection(url(port, database), properties);
  }

  private static void createRole(Connection connection, String role, String password)
      throws SQLException {
    boolean known = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role);
    execute(
        connection,
        "SELECT format('" + (known ? "ALTER" : "CREATE") + " ROLE %I LOGIN PASSWORD %L', ?, ?)",
        role,
        password);
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /**
   * Utility statements take no parameters: the server itself quotes the names and values into the
   * text.
   */
  private static void execute(Connection connection, String format, String first, String second)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(format)) {
      statement.setString(1, first);
      statement.setString(2, second);
      try (ResultSet rows = statement.executeQuery();
          Statement utility = connection.createStatement()) {
        rows.next();
        utility.execute(rows.getString(1));
      }
    }
  }
}
