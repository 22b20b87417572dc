package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordChange;
import org.heliograph.record.RecordType;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Facts;

/**
 * Reads the log of changes from where it was left. Numbers are not given in the order of commits,
 * so "after the last number" would lose what commits late: a look asks for everything of
 * transactions that were not settled at the look before, and for what has fallen due since; what
 * the look before returned already is left out.
 */
@ApplicationScoped
public class ChangeReader {
  /** The channel on which every pod hears, at commit, that there is something to read. */
  public static final String CHANNEL = "heliograph_change";

  private static final String WHERE_IT_STANDS =
      "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text), now()";

  private final Database database;

  public ChangeReader(Database database) {
    this.database = database;
  }

  /**
   * How far a reader has come.
   *
   * @param settled transactions before this one had ended
   * @param looked the database's time
   * @param returned entries of the last look, which the next one may meet again
   */
  public record Position(String settled, Instant looked, Set<Long> returned) {
    public Position {
      returned = Set.copyOf(returned);
    }
  }

  /** What was new, in the order of the log, and where to go on. */
  public record Look(List<RecordChange> changes, Position next) {}

  private record Entry(
      long id, UUID uid, RecordKind kind, ChangeKind change, List<Long> records, Instant at) {}

  /** Where the log ends now. */
  public Position end() {
    return database.read(session ->
        Queries.list(
                session,
                new SqlText().add(WHERE_IT_STANDS),
                row -> new Position(row.getString(1), instant(row, 2), Set.of()))
            .getFirst());
  }

  /** What has happened since. */
  public Look since(Position before) {
    var sql =
        new SqlText()
            .add("select n.settled, n.looked, c.id, c.uid, c.kind, c.change, c.record_ids, c.at")
            .add(" from (" + WHERE_IT_STANDS + ") n(settled, looked)")
            .add(" left join record_change c on c.at <= now() and (c.xid >= cast(")
            .bind(before.settled())
            .add(" as xid8) or c.at > ")
            .bind(before.looked())
            .add(") order by c.id");
    var entries = new ArrayList<Entry>();
    var next =
        database
            .read(session ->
                Queries.list(
                    session,
                    sql,
                    row -> {
                      if (row.getObject(3) != null) {
                        entries.add(entry(row));
                      }
                      return new Position(row.getString(1), instant(row, 2), Set.of());
                    }))
            .getFirst();
    var returned = new HashSet<Long>();
    var changes = new ArrayList<RecordChange>();
    for (Entry entry : entries) {
      returned.add(entry.id());
      if (!before.returned().contains(entry.id())) {
        for (long record : entry.records()) {
          changes.add(
              new RecordChange(entry.uid(), entry.kind(), entry.change(), record, entry.at()));
        }
      }
    }
    // a clock that was set back must not have anything told twice
    Instant looked = next.looked().isBefore(before.looked()) ? before.looked() : next.looked();
    return new Look(changes, new Position(next.settled(), looked, returned));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(3),
        row.getObject(4, UUID.class),
        RecordKind.valueOf(row.getString(5)),
        ChangeKind.valueOf(row.getString(6)),
        Arrays.asList((Long[]) row.getArray(7).getArray()),
        instant(row, 8));
  }

  /**
   * What decides who may see the public revisions of these records, whoever asks: to leave out
   * followers who need not be asked about at all. Content is read anew, under each follower's
   * visibility.
   */
  public <E extends PublicRecord> Map<Long, Facts> facts(
      RecordType<E> type, Collection<Long> recordIds) {
    var facts = new HashMap<Long, Facts>();
    if (!recordIds.isEmpty()) {
      var where = new SqlText().add("t.slot = 'PUBLIC' and ").among("t.record_id", recordIds);
      database
          .read(session -> RecordStore.select(session, type, where, ""))
          .forEach(row -> facts.put(row.recordId, row));
    }
    return facts;
  }

  /** Forgets what happened longer ago. */
  public int prune(Duration keep) {
    return database.write(session ->
        session
            .createNativeMutationQuery(
                "delete from record_change where at < now() - cast(:keep as double precision) * interval '1 second'")
            .setParameter("keep", (double) keep.toSeconds())
            .executeUpdate());
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
