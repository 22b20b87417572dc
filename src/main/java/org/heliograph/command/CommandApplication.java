package org.heliograph.command;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.Dependent;
import org.jboss.logging.Logger;

/** Runs one command inside the started application. */
@Dependent
public class CommandApplication implements QuarkusApplication {
  private static final Logger LOG = Logger.getLogger(CommandApplication.class);
  private final ImportCommand imports;
  private final MigrateCommand migrate;

  public CommandApplication(ImportCommand imports, MigrateCommand migrate) {
    this.imports = imports;
    this.migrate = migrate;
  }

  @Override
  public int run(String... arguments) {
    try {
      Exit exit =
          switch (CommandLine.parse(arguments)) {
            case CommandLine.Import command -> imports.run(command);
            case CommandLine.Migrate command -> migrate.run();
            case CommandLine.Reindex command -> Exit.FAILED;
            case CommandLine.Serve command -> Exit.DONE;
            case CommandLine.Help command -> Exit.DONE;
          };
      return exit.code();
    } catch (Exception e) {
      LOG.debug("a command failed", e);
      System.err.println("heliograph: " + Failure.sentence(e));
      return Exit.FAILED.code();
    }
  }
}
