package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heliograph.audit.AuditTrail;
import org.heliograph.audit.Authority;
import org.heliograph.audit.Event;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;
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
    // each takes the head of its chain: all readers take them in one order, or two would wait for
    // each other
    List<Event> events =
        kinds.entrySet().stream()
            .map(each -> event(each.getKey(), each.getValue()))
            .sorted(Comparator.comparing(Event::chain))
            .toList();
    database.write(session -> {
      events.forEach(event -> audit.append(session, event, authority));
      return true;
    });
  }

  private static Event event(RecordKind kind, List<? extends PublicRecord> rows) {
    return rows.size() == 1
        ? Event.of(rows.getFirst(), "READ_PERSONAL", Map.of())
        : Event.ofBatch(kind, "READ_PERSONAL", Map.of(), List.copyOf(rows));
  }
}
