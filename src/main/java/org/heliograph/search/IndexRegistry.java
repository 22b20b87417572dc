package org.heliograph.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.heliograph.outbox.Follower;
import org.heliograph.shared.RecordKind;

/**
 * Which indices there are, in the database: a relay that reads this after it claimed a row cannot
 * miss an index whose building began before. Each method is one transaction.
 */
@ApplicationScoped
class IndexRegistry {
  private final DataSource database;
  private final SearchConfig config;

  IndexRegistry(DataSource database, SearchConfig config) {
    this.database = database;
    this.config = config;
  }

  enum State {
    BUILDING,
    ACTIVE
  }

  /** An index that writes have to reach. */
  record Entry(String name, RecordKind kind, Tier tier, State state, String digest) {
    /**
     * Writes go through an alias of the index's own and demand that it is an alias: a write that
     * comes after the index was deleted fails, instead of creating an index of that name.
     */
    String writeAlias() {
      return name + "-write";
    }
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, Work<T> work) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    } catch (SQLException e) {
      throw new Follower.NotNow("the list of indices cannot be read or written", e);
    }
  }

  List<Entry> entries(RecordKind kind) {
    return run(
        "select name, tier, state, digest from search_index where prefix = ? and kind = ? order by name",
        statement -> {
          statement.setString(1, config.prefix());
          statement.setString(2, kind.name());
          var entries = new ArrayList<Entry>();
          try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
              entries.add(
                  new Entry(
                      found.getString(1),
                      kind,
                      Tier.valueOf(found.getString(2)),
                      State.valueOf(found.getString(3)),
                      found.getString(4)));
            }
          }
          return entries;
        });
  }

  void begin(Entry entry) {
    run(
        "insert into search_index(name, prefix, kind, tier, state, digest) values (?, ?, ?, ?, 'BUILDING', ?)",
        statement -> {
          statement.setString(1, entry.name());
          statement.setString(2, config.prefix());
          statement.setString(3, entry.kind().name());
          statement.setString(4, entry.tier().name());
          statement.setString(5, entry.digest());
          return statement.executeUpdate();
        });
  }

  /**
   * Makes the index the one of its kind and tier; writes to any other end. Two statements: in one,
   * the new one could become active before the old one is gone. A crash between them leaves an
   * index that serves and is not noted as active, which {@link IndexCatalog} mends.
   */
  void activate(Entry entry) {
    run(
        "delete from search_index where prefix = ? and kind = ? and tier = ? and name <> ?",
        statement -> {
          statement.setString(1, config.prefix());
          statement.setString(2, entry.kind().name());
          statement.setString(3, entry.tier().name());
          statement.setString(4, entry.name());
          return statement.executeUpdate();
        });
    run(
        "update search_index set state = 'ACTIVE' where name = ?",
        statement -> {
          statement.setString(1, entry.name());
          return statement.executeUpdate();
        });
    // what was drawn from the index before may be different now
    run("select nextval('outbox_followed')", PreparedStatement::execute);
  }

  void remove(Entry entry) {
    run(
        "delete from search_index where name = ?",
        statement -> {
          statement.setString(1, entry.name());
          return statement.executeUpdate();
        });
  }

  /**
   * Runs the work while no other process builds indices of this prefix; false when another does.
   * The lock belongs to a session, not to a transaction: building takes minutes and uses the
   * network.
   */
  boolean alone(Runnable work) {
    try (Connection connection = database.getConnection();
        PreparedStatement lock =
            connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))");
        PreparedStatement unlock =
            connection.prepareStatement("select pg_advisory_unlock(hashtextextended(?, 0))")) {
      String name = "heliograph-index:" + config.prefix();
      lock.setString(1, name);
      unlock.setString(1, name);
      try (ResultSet got = lock.executeQuery()) {
        got.next();
        if (!got.getBoolean(1)) {
          return false;
        }
      }
      try {
        work.run();
      } finally {
        unlock.execute();
      }
      return true;
    } catch (SQLException e) {
      throw new Follower.NotNow("the lock on building indices cannot be taken", e);
    }
  }
}
