package org.heliograph.importing.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.store.Database;

/**
 * Notes on the trail who has fetched the refused rows of an import: they hold names and numbers in
 * clear, and are no records yet that an entry could name.
 */
@ApplicationScoped
public class SheetReads {
  private final Database database;
  private final AuditTrail audit;

  SheetReads(Database database, AuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Returns when it is on the trail of the job's organisation. */
  public void note(ImportJob job, Authority reader) {
    var event =
        new Event(
            job.kind(),
            job.organisation(),
            null,
            "READ_PERSONAL",
            Map.of("rows", job.progress().refused()),
            List.of());
    database.write(session -> {
      audit.append(session, event, reader);
      return true;
    });
  }
}
