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
  private final VerbCommand verbs;
  private final ReindexCommand reindex;
  private final AuditCommand audit;
  private final DumpCommand dump;

  public CommandApplication(
      ImportCommand imports,
      MigrateCommand migrate,
      VerbCommand verbs,
      ReindexCommand reindex,
      AuditCommand audit,
      DumpCommand dump) {
    this.imports = imports;
    this.migrate = migrate;
    this.verbs = verbs;
    this.reindex = reindex;
    this.audit = audit;
    this.dump = dump;
  }

  @Override
  public int run(String... arguments) {
    try {
      Exit exit =
          switch (CommandLine.parse(arguments)) {
            case CommandLine.Import command -> imports.run(command);
            case CommandLine.Migrate command -> migrate.run();
            case CommandLine.Reindex command -> reindex.run(command);
            case CommandLine.Dump command -> dump.run(command);
            case CommandLine.Publish command -> verbs.publish(command);
            case CommandLine.Withdraw command -> verbs.withdraw(command);
            case CommandLine.VerifyAudit command -> audit.verify(command);
            case CommandLine.Privacy command -> Exit.DONE; // ran without the application
            case CommandLine.Measure command -> Exit.DONE; // so did this
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
