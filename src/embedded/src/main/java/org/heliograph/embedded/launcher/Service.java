package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Heliograph service itself: the same jar that runs anywhere else, told about this stack by its
 * environment.
 */
final class Service implements Server {

  /** Virtual machine options of work that ends before the second compiler's code would pay. */
  static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1");

  /** The one command that writes to the index itself. */
  private static final String REINDEX = "reindex";

  private final Layout layout;
  private final int port;
  private final Map<String, String> environment;
  private final ServiceCopy copy;

  Service(Layout layout, int port, Map<String, String> environment) {
    this.layout = layout;
    this.port = port;
    this.environment = environment;
    this.copy = new ServiceCopy(layout);
  }

  /**
   * A command of the service's jar: the jar that was built or, while the service runs, the one that
   * runs, which has its classes ready and follows with the index what the command writes.
   *
   * @param options for the virtual machine
   */
  static ProcessBuilder command(
      Layout layout, List<String> options, List<String> words, Map<String, String> environment)
      throws IOException {
    boolean served = layout.pidFile(ServerKind.SERVICE.key).owner().isPresent();
    Path jar = served ? new ServiceCopy(layout).jar() : layout.serviceJar();
    List<String> all = new ArrayList<>(options);
    if (served) {
      all.addAll(new ClassArchive(layout, ServerKind.SERVICE).readOnly(List.of(jar)));
    }
    ProcessBuilder builder = new ProcessBuilder(command(jar, layout.stack(), all, words));
    builder.environment().putAll(environment);
    if (served && !words.getFirst().equals(REINDEX)) {
      builder.environment().put("HELIOGRAPH_SEARCH_INDEX", "false");
    }
    return builder;
  }

  private static List<String> command(
      Path jar, Path stack, List<String> options, List<String> arguments) {
    List<String> command = JavaProgram.command(stack);
    command.addAll(options);
    command.addAll(List.of("-Xmx512m", "-jar", jar.toString()));
    command.addAll(arguments);
    return command;
  }

  @Override
  public ServerKind kind() {
    return ServerKind.SERVICE;
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(2);
  }

  @Override
  public void prepare() throws IOException {
    copy.bringUpToDate();
  }

  @Override
  public ProcessSpec process() throws IOException {
    return new ProcessSpec(
        command(
            copy.jar(),
            layout.stack(),
            new ClassArchive(layout, kind()).options(List.of(copy.jar())),
            List.of()),
        environment,
        JavaProgram.marker(layout.stack()));
  }

  @Override
  public boolean isReady() {
    return Http.answersOk("http://localhost:" + port + "/q/health/ready");
  }
}
