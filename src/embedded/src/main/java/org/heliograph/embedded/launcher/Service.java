package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The Heliograph service itself: the same jar that runs anywhere else, told about this stack by its
 * environment.
 */
final class Service implements Server {

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
   * The command that runs the service's jar.
   *
   * @param options for the virtual machine
   * @param arguments for the service; none serves
   */
  static List<String> command(Path jar, Path stack, List<String> options, List<String> arguments) {
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
