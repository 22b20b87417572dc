package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.heliograph.shared.Problem;

/** Lets one process of all that share the database do something that takes long. */
@ApplicationScoped
public class ClusterLock {
  private final DataSource source;

  public ClusterLock(DataSource source) {
    this.source = source;
  }

  /**
   * Runs the work while no other process does anything under this name; false when another does.
   * The lock belongs to the session, so it ends with a process that is killed.
   */
  public boolean alone(String name, Runnable work) {
    try (Connection connection = source.getConnection();
        PreparedStatement lock =
            connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))");
        PreparedStatement unlock =
            connection.prepareStatement("select pg_advisory_unlock(hashtextextended(?, 0))")) {
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
      throw Problem.unavailable("the database cannot be reached, or went away meanwhile");
    }
  }
}
