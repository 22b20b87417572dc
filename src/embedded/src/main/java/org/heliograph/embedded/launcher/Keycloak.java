package org.heliograph.embedded.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Keycloak as a child JVM, in its optimized form: built once after unpacking, so that a start skips
 * the augmentation.
 *
 * <p>Started without {@code kc.sh}, which would stay as a second process and could be orphaned
 * apart from its child; the options are the script's own.
 */
final class Keycloak implements Server {

  static final String ADMIN = "admin";

  private final Layout layout;
  private final Ports ports;
  private final Secrets secrets;
  private final Progress progress;

  Keycloak(Layout layout, Ports ports, Secrets secrets, Progress progress) {
    this.layout = layout;
    this.ports = ports;
    this.secrets = secrets;
    this.progress = progress;
  }

  static String url(int port) {
    return "http://localhost:" + port;
  }

  @Override
  public ServerKind kind() {
    return ServerKind.KEYCLOAK;
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(4);
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    Path zip = layout.archive("keycloak-");
    new Archives(layout.runtime())
        .require(
            homeName(),
            target -> {
              progress.say("Keycloak is unpacked and built, once: this takes about a minute …");
              Archives.unzipWithoutTop(zip, target);
              build(target);
            });
    Files.createDirectories(data());
  }

  @Override
  public ProcessSpec process() throws IOException {
    List<String> command = JavaProgram.command(data());
    command.addAll(
        new ClassArchive(layout, kind()).options(List.of(home().resolve("lib/quarkus-run.jar"))));
    command.addAll(options(home()));
    command.addAll(
        List.of(
            "start",
            "--optimized",
            "--db-url=jdbc:h2:file:"
                + data().resolve("keycloakdb")
                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE",
            // alone, without the ports by which Keycloaks find each other
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + ports.keycloak(),
            "--hostname=" + url(ports.keycloak())));
    return new ProcessSpec(
        command,
        Map.of(
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            ADMIN,
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            secrets.of(Secret.KEYCLOAK_ADMIN)),
        JavaProgram.marker(data()));
  }

  @Override
  public boolean isReady() {
    return Http.answersOk(
        url(ports.keycloak()) + "/realms/master/.well-known/openid-configuration");
  }

  @Override
  public void equip() throws IOException {
    new KeycloakRealms(layout, ports, secrets.of(Secret.KEYCLOAK_ADMIN)).bringUpToDate();
  }

  private Path data() {
    return layout.data("keycloak");
  }

  private Path home() {
    return layout.runtime().resolve(homeName());
  }

  private String homeName() {
    return layout.archive("keycloak-").getFileName().toString().replace(".zip", "");
  }

  private void build(Path home) throws IOException, InterruptedException {
    List<String> command = JavaProgram.command(data());
    command.addAll(options(home));
    command.addAll(List.of("build", "--db=dev-file", "--cache=local"));
    File log = layout.log("keycloak-build").toFile();
    Files.createDirectories(log.toPath().getParent());
    Process build =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    try {
      if (build.waitFor() != 0) {
        throw new Refusal(
            "Keycloak could not be built: see %s, then start again."
                .formatted(layout.shown(log.toPath())));
      }
    } finally {
      build.destroy();
    }
  }

  private static List<String> options(Path home) {
    return List.of(
        "-Xms64m",
        "-Xmx384m",
        "-XX:MetaspaceSize=96M",
        "-XX:MaxMetaspaceSize=256m",
        // One user at a time logs in here: a quick start is worth more than the second
        // compiler's code.
        "-XX:TieredStopAtLevel=1",
        "-Dfile.encoding=UTF-8",
        "-Duser.language=en",
        "-Duser.country=US",
        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "-Dkc.home.dir=" + home,
        "-Djboss.server.config.dir=" + home.resolve("conf"),
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-Dpicocli.disable.closures=true",
        "-Dquarkus-log-max-startup-records=10000",
        "-cp",
        home.resolve("lib/quarkus-run.jar").toString(),
        "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
  }
}
