package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Ends processes: politely first, then by force. */
final class Processes {

  private static final Duration AFTER_FORCE = Duration.ofSeconds(5);

  private Processes() {}

  /**
   * Returns when {@code process} has ended, or, should even force not help, a few seconds after
   * trying.
   */
  static void stop(ProcessHandle process, ServerKind.Stop how, Duration grace) {
    switch (how) {
      case TERMINATE -> process.destroy();
      case INTERRUPT -> interrupt(process);
    }
    if (!awaitEnd(process, grace)) {
      process.destroyForcibly();
      awaitEnd(process, AFTER_FORCE);
    }
  }

  /**
   * Runs a program in the foreground; when the launcher is told to end, so are the program and all
   * it started.
   */
  static int runToEnd(ProcessBuilder builder) throws IOException, InterruptedException {
    return await(builder.start());
  }

  /** The same, with each line that the program prints told at once. */
  static int runToEnd(ProcessBuilder builder, Consumer<String> line)
      throws IOException, InterruptedException {
    Process process = builder.start();
    Thread reader =
        new Thread(() -> process.inputReader().lines().forEach(line), "foreground-output");
    reader.start();
    int exit = await(process);
    reader.join();
    return exit;
  }

  private static int await(Process process) throws InterruptedException {
    Thread hook =
        new Thread(
            () -> {
              process.descendants().forEach(ProcessHandle::destroy);
              stop(process.toHandle(), ServerKind.Stop.TERMINATE, AFTER_FORCE);
            },
            "stop-foreground");
    Runtime.getRuntime().addShutdownHook(hook);
    int exit = process.waitFor();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Already going down: the hook has run or runs now.
    }
    return exit;
  }

  /** The JDK that runs the launcher runs the servers too. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void interrupt(ProcessHandle process) {
    try {
      new ProcessBuilder(List.of("kill", "-INT", Long.toString(process.pid()))).start().waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean awaitEnd(ProcessHandle process, Duration time) {
    try {
      process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
