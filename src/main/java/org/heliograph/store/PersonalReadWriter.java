package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.record.PublicRecord;
import org.heliograph.visibility.Viewer;

/** Notes on the trail whose personal fields somebody has read: one entry a kind and request. */
@ApplicationScoped
public class PersonalReadWriter {
  private final Database database;
  private final AuditTrail audit;

  public PersonalReadWriter(Database database, AuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Returns when it is on the trail. */
  public void note(
      Collection<? extends PublicRecord> rows, Viewer reader, String request, String address) {
    String roles =
        reader.roles().stream().map(Enum::name).sorted().collect(Collectors.joining("+"));
    String organisation =
        reader.organisations().isEmpty()
            ? null
            : String.join("+", reader.organisations().stream().sorted().toList());
    var authority = new Authority(reader.subject(), roles, organisation, null, request, address);
    var kinds = rows.stream().collect(Collectors.groupingBy(PublicRecord::kind));
    database.write(session -> {
      kinds.forEach((kind, all) -> {
        Event event =
            all.size() == 1
                ? Event.of(all.getFirst(), "READ_PERSONAL", Map.of())
                : Event.ofBatch(kind, "READ_PERSONAL", Map.of(), List.copyOf(all));
        audit.append(session, event, authority);
      });
      return true;
    });
  }
}
