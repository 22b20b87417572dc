package org.heliograph.command;

import jakarta.enterprise.context.Dependent;
import java.util.Locale;
import org.heliograph.export.dump.PublicDump;

/** {@code dump}: writes everything public to files. */
@Dependent
class DumpCommand {
  private final PublicDump dump;

  DumpCommand(PublicDump dump) {
    this.dump = dump;
  }

  Exit run(CommandLine.Dump command) {
    var written = dump.write(command.directory());
    if (written.isEmpty()) {
      System.err.println("heliograph: another process writes a dump: try again when it is done");
      return Exit.FAILED;
    }
    for (PublicDump.Line file : written.get().files()) {
      System.out.printf(
          Locale.ROOT, "%s: %,d rows, %,d bytes%n", file.name(), file.rows(), file.bytes());
    }
    System.out.println(written.get().directory());
    return Exit.DONE;
  }
}
