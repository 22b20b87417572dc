package org.heliograph.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;

/** {@code relevance}: needs no application, only the address of one. */
final class RelevanceCommand {
  private final PrintStream out;
  private final PrintStream err;

  RelevanceCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  Exit run(CommandLine.Measure command) {
    try {
      if (command.relevance().measure(out)) {
        return Exit.DONE;
      }
      out.println("below what was asked for");
    } catch (NoSuchFileException e) {
      err.println("heliograph: " + e.getFile() + " does not exist.");
    } catch (IOException e) {
      err.println("heliograph: " + e.getMessage() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("heliograph: interrupted.");
    }
    return Exit.FAILED;
  }
}
