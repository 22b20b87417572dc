package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The Java half of {@code ./heliograph}: {@code Main CHECKOUT COMMAND ARGUMENT…}. Ends with 0, with
 * 1 after a {@link Refusal}, or with the exit code of what it ran.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Layout layout = Layout.ofCheckout(Path.of(arguments[0]));
    Progress progress = new Progress(System.out, startedAt());
    System.exit(run(layout, List.of(arguments).subList(1, arguments.length), progress));
  }

  private static int run(Layout layout, List<String> arguments, Progress progress) {
    try {
      return switch (arguments.get(0)) {
        case "run" -> new RunCommand(layout, CommandLine.parse(arguments), progress).run();
        case "services" ->
            new ServicesCommand(layout, CommandLine.parse(arguments), progress).run();
        case "stop" -> new StopCommand(layout, progress).stop();
        case "status" -> new StatusCommand(layout).print(System.out);
        case "reset" -> new StopCommand(layout, progress).reset();
        case "test" -> new TestCommand(layout, CommandLine.passingOn(arguments), progress).run();
        default -> new ServiceCommand(layout, CommandLine.passingOn(arguments), progress).run();
      };
    } catch (Refusal e) {
      System.out.flush();
      System.err.println("heliograph: " + e.getMessage());
      return 1;
    } catch (IOException e) {
      System.err.println(
          "heliograph: "
              + e
              + ": check the disk and the permissions of .heliograph, then start again.");
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }

  private static long startedAt() {
    String seconds = System.getenv("HELIOGRAPH_STARTED_AT");
    return seconds == null ? System.currentTimeMillis() : Long.parseLong(seconds) * 1000;
  }
}
