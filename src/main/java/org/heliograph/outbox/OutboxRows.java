package org.heliograph.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.heliograph.shared.RecordKind;

/**
 * The relay's statements, each a transaction of its own. Plain JDBC: they run on threads without a
 * request, and must not wait for anything but the database.
 */
@ApplicationScoped
public class OutboxRows {
  private static final String CLAIM =
      "update outbox set locked_until = now() + ? * interval '1 millisecond', attempts = attempts + 1"
          + " where id in (select id from outbox where not parked and urgency = ? and due_at <= now()"
          + " and (locked_until is null or locked_until < now()) order by due_at, id limit ? for update skip locked)"
          + " returning id, kind, record_ids, narrowing, sweep, attempts";
  private final DataSource database;

  public OutboxRows(DataSource database) {
    this.database = database;
  }

  /** How much waits, how much is parked, and for how many seconds the oldest has been due. */
  public record Depth(long backlog, long parked, double lagSeconds) {}

  List<Claim> claim(int urgency, int rows, Duration lease) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(CLAIM)) {
      statement.setLong(1, lease.toMillis());
      statement.setInt(2, urgency);
      statement.setInt(3, rows);
      var claims = new ArrayList<Claim>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          claims.add(
              new Claim(
                  found.getLong(1),
                  RecordKind.valueOf(found.getString(2)),
                  longs(found.getArray(3)),
                  found.getBoolean(4),
                  found.getBoolean(5),
                  found.getInt(6)));
        }
      }
      return claims;
    }
  }

  void done(Collection<Claim> claims) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("delete from outbox where id = any(?)")) {
      statement.setArray(1, array(connection, claims.stream().map(Claim::id).toList()));
      statement.executeUpdate();
    }
  }

  /** Gives rows back untried. */
  void release(Collection<Claim> claims) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update outbox set locked_until = null, attempts = greatest(attempts - 1, 0) where id = any(?)")) {
      statement.setArray(1, array(connection, claims.stream().map(Claim::id).toList()));
      statement.executeUpdate();
    }
  }

  /** Keeps of a row what failed, to be tried again after the pause, or parked. */
  void failed(Claim claim, Collection<Long> failed, String error, Duration pause, boolean park)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update outbox set record_ids = ?, error = ?, parked = ?, locked_until = null,"
                    + " due_at = now() + ? * interval '1 millisecond' where id = ?")) {
      statement.setArray(1, array(connection, failed));
      statement.setString(2, error);
      statement.setBoolean(3, park);
      statement.setLong(4, pause.toMillis());
      statement.setLong(5, claim.id());
      statement.executeUpdate();
    }
  }

  /**
   * Milliseconds until the next row of these urgencies falls due; {@code otherwise} when none does
   * before.
   */
  long untilNext(List<Integer> urgencies, long otherwise) throws SQLException {
    long least = otherwise;
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select extract(epoch from min(due_at) - now()) * 1000 from outbox"
                    + " where not parked and urgency = ? and due_at > now()")) {
      for (int urgency : urgencies) {
        statement.setInt(1, urgency);
        try (ResultSet found = statement.executeQuery()) {
          if (found.next() && found.getObject(1) != null) {
            least = Math.min(least, (long) Math.ceil(found.getDouble(1)));
          }
        }
      }
    }
    return least;
  }

  /**
   * Where the index stands beside the records.
   *
   * @param narrowing records that somebody may see less of than the index knows: searches leave
   *     them out. Parked rows count, until somebody has mended what they fail by
   * @param followed grows whenever rows of any kind have been followed, or an index was replaced.
   *     Two answers from the index that were asked for at the same number, with nothing narrowing,
   *     are the same but for windows that open or close meanwhile and for what the index has yet to
   *     refresh
   */
  public record Lag(Set<Long> narrowing, long followed) {
    public Lag {
      narrowing = Set.copyOf(narrowing);
    }
  }

  public Lag lag(Collection<RecordKind> kinds) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select last_value, record_ids from outbox_followed"
                    + " left join outbox on narrowing and kind = any(?)")) {
      statement.setArray(
          1, connection.createArrayOf("text", kinds.stream().map(RecordKind::name).toArray()));
      var ids = new HashSet<Long>();
      long followed = 0;
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          followed = found.getLong(1);
          Array some = found.getArray(2);
          if (some != null) {
            ids.addAll(longs(some));
          }
        }
      }
      return new Lag(ids, followed);
    }
  }

  /** Has tombstones looked at again when nothing older can still be on its way. */
  public void sweepLater(RecordKind kind, Collection<Long> recordIds, Duration delay)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into outbox(kind, record_ids, sweep, due_at)"
                    + " values (?, ?, true, now() + ? * interval '1 millisecond')")) {
      statement.setString(1, kind.name());
      statement.setArray(2, array(connection, recordIds));
      statement.setLong(3, delay.toMillis());
      statement.executeUpdate();
    }
  }

  public Depth depth() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) filter (where not parked), count(*) filter (where parked),"
                    + " coalesce(extract(epoch from now() - min(due_at) filter (where not parked)), 0)"
                    + " from outbox where due_at <= now()");
        ResultSet found = statement.executeQuery()) {
      found.next();
      return new Depth(found.getLong(1), found.getLong(2), found.getDouble(3));
    }
  }

  private static Array array(Connection connection, Collection<Long> ids) throws SQLException {
    return connection.createArrayOf("bigint", ids.toArray());
  }

  private static List<Long> longs(Array array) throws SQLException {
    return Arrays.asList((Long[]) array.getArray());
  }
}
