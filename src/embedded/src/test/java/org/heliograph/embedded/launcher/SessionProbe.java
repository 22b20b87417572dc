package org.heliograph.embedded.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A launcher for {@link StackSessionTest}, run as a process of its own, with one server: {@code
 * sleep}.
 */
final class SessionProbe {

  private SessionProbe() {}

  record Sleeper(String seconds) implements Server {

    @Override
    public ServerKind kind() {
      return ServerKind.ELASTICSEARCH;
    }

    @Override
    public void prepare() {}

    @Override
    public ProcessSpec process() {
      return new ProcessSpec(List.of("sleep", seconds), Map.of(), seconds);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(5);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Layout layout = Layout.ofCheckout(Path.of(arguments[0]));
    Progress progress = new Progress(System.out, System.currentTimeMillis());
    try (StackSession session = StackSession.open(layout, Ports.DEFAULTS, List.of(), progress)) {
      session.stack().start(new Sleeper("612"));
      System.out.println("READY");
      Supervision.valueOf(arguments[1]).watch(session.stack(), layout, () -> false);
    } catch (Refusal e) {
      System.out.println("REFUSED " + e.getMessage());
      System.exit(1);
    }
  }
}
