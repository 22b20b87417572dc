package org.heliograph.support;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The packaged jar in a process of its own, on the database that the tests use. */
public final class PackagedService implements AutoCloseable {
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
  private final Process process;
  private final Path output;
  private final int port;

  private PackagedService(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  /** Starts one of the jar's commands, without its feeding the index. */
  public static PackagedService command(Path output, String... arguments) throws IOException {
    return command(output, Map.of(), arguments);
  }

  /** The same with other settings. */
  public static PackagedService command(
      Path output, Map<String, String> settings, String... arguments) throws IOException {
    var all = new HashMap<>(settings);
    all.put("HELIOGRAPH_SEARCH_INDEX", "false");
    return start(output, 0, all, arguments);
  }

  /** Starts serving on a free port and returns when it is ready. */
  public static PackagedService serve(Path output, Map<String, String> settings)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var service = start(output, port, settings);
    try {
      service.awaitReady();
    } catch (AssertionError e) {
      service.close();
      throw e;
    }
    return service;
  }

  private static PackagedService start(
      Path output, int port, Map<String, String> settings, String... arguments) throws IOException {
    assertTrue(Files.exists(JAR), "the jar is packaged before integration tests: run mvn verify");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // it lives for seconds: what an optimising compiler does never pays
    var command =
        new ArrayList<>(
            List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString()));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    // ./heliograph test has told this process where the servers are, and it tells its children
    var environment = builder.environment();
    environment.put("HELIOGRAPH_HTTP_PORT", Integer.toString(port));
    environment.putAll(settings);
    return new PackagedService(builder.start(), output, port);
  }

  private void awaitReady() throws InterruptedException {
    await(this::ready);
  }

  /** Waits until the indices of all kinds are there to be searched. */
  public void awaitSearch() throws InterruptedException {
    await(() -> ask("{search(text: \"公开\") {totalCount}}").get("errors") == null);
  }

  /** Asks as anonymous. */
  public JsonPath ask(String query) {
    return given()
        .port(port)
        .contentType("application/json")
        .body(Map.of("query", query))
        .post("/graphql")
        .jsonPath();
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!condition.getAsBoolean()) {
      assertTrue(process.isAlive() && System.nanoTime() < end, this::said);
      // another process starts; there is nothing to wait on
      Thread.sleep(100);
    }
  }

  private boolean ready() {
    try {
      return given().port(port).get("/q/health/ready").statusCode() == 200;
    } catch (Exception e) {
      // Rest Assured throws the undeclared java.net.ConnectException
      return false;
    }
  }

  public int port() {
    return port;
  }

  public Process process() {
    return process;
  }

  /** What it has written so far, for a failure's message. */
  public String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** kill -9, and gone when this returns. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
