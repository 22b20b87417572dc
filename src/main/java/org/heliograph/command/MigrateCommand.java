package org.heliograph.command;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Tells which version the tables have: the migration itself ran when the application started. */
@Dependent
class MigrateCommand {
  private final Flyway flyway;

  MigrateCommand(Flyway flyway) {
    this.flyway = flyway;
  }

  Exit run() {
    String version =
        Optional.ofNullable(flyway.info().current())
            .map(MigrationInfo::getVersion)
            .map(Object::toString)
            .orElse("none");
    System.out.printf("The database's tables are up to date (version %s).%n", version);
    return Exit.DONE;
  }
}
