package org.heliograph.embedded.launcher;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** Work beside the main thread whose failure reaches the main thread as it was thrown. */
final class Background {

  /** Daemons: a command that ends early does not wait for them. */
  private static final Executor THREADS =
      task -> {
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        thread.start();
      };

  private Background() {}

  interface Work<T> {
    T call() throws IOException, InterruptedException;
  }

  static <T> CompletableFuture<T> run(Work<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    THREADS.execute(() -> {
      try {
        result.complete(work.call());
      } catch (IOException | InterruptedException | RuntimeException | Error e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }

  static <T> T await(CompletableFuture<T> result) throws IOException, InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
