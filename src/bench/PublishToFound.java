import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long after the commit of a publication the record is found: from the moment when the
 * database has acknowledged the transaction until an anonymous search by its code answers with it.
 * To measure under load, run an import of a large file meanwhile.
 *
 * <pre>. .heliograph/environment
 * java -cp "target/quarkus-app/lib/main/*" src/bench/PublishToFound.java [COUNT] [URL]</pre>
 *
 * <p>The record is a copy of a published disclosure under a code of its own, written as the service
 * writes it: row and outbox row in one transaction. The copies are withdrawn at the end.
 */
public final class PublishToFound {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private PublishToFound() {}

  public static void main(String... arguments) throws Exception {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
    URI url = URI.create(arguments.length > 1 ? arguments[1] : "http://localhost:8080/graphql");
    String run = "ZZ" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    long[] millis = new long[count];
    try (Connection connection =
        DriverManager.getConnection(
            System.getenv("HELIOGRAPH_DB_URL"),
            System.getenv("HELIOGRAPH_DB_USER"),
            System.getenv("HELIOGRAPH_DB_PASSWORD"))) {
      connection.setAutoCommit(false);
      String columns = columns(connection);
      for (int i = 0; i < count; i++) {
        String code = run + "-" + i;
        publish(connection, columns, code);
        long began = System.nanoTime();
        while (!found(url, code)) {
          if (System.nanoTime() - began > 60_000_000_000L) {
            throw new IllegalStateException(code + " was not found within a minute");
          }
          Thread.sleep(5);
        }
        millis[i] = (System.nanoTime() - began) / 1_000_000;
      }
      withdraw(connection, run);
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%d publications: found after p50 %d ms, p90 %d ms, p99 %d ms, at most %d ms%n",
        count,
        millis[count / 2],
        millis[count * 9 / 10],
        millis[count * 99 / 100],
        millis[count - 1]);
  }

  /** What is copied as it stands. */
  private static String columns(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select string_agg(column_name, ', ') from information_schema.columns where table_name = 'disclosure'"
                    + " and is_generated = 'NEVER' and column_name not in ('id', 'record_id', 'revision', 'code')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void publish(Connection connection, String columns, String code)
      throws SQLException {
    String copy =
        "with fresh as (select nextval('record_id_seq') as id), copied as (insert into disclosure(id, record_id, revision, code, "
            + columns
            + ") select fresh.id, fresh.id, 1, ?, "
            + columns
            + " from fresh, (select * from disclosure where stage = 'PUBLISHED' and audience = 'PUBLIC' and code not like 'ZZ%' order by disclosure.id limit 1) one returning id)"
            + " insert into outbox(kind, record_ids) select 'DISCLOSURE', array[id] from copied";
    try (PreparedStatement statement = connection.prepareStatement(copy)) {
      statement.setString(1, code);
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("there is no published disclosure to copy");
      }
    }
    notify(connection);
  }

  private static void withdraw(Connection connection, String run) throws SQLException {
    String withdraw =
        "with gone as (update disclosure set stage = 'WITHDRAWN', withdrawn_at = now(), withdrawal_kind = 'GONE', withdrawal_reason = 'measured'"
            + " where code like ? returning record_id)"
            + " insert into outbox(kind, record_ids, narrowing) select 'DISCLOSURE', array_agg(record_id), true from gone";
    try (PreparedStatement statement = connection.prepareStatement(withdraw)) {
      statement.setString(1, run + "-%");
      statement.executeUpdate();
    }
    notify(connection);
  }

  private static void notify(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("select pg_notify('heliograph_outbox', '')");
    }
    connection.commit();
  }

  private static boolean found(URI url, String code) throws Exception {
    String body =
        "{\"query\": \"{search(text: \\\"%s\\\", kinds: [DISCLOSURE], first: 1) {nodes {code}}}\"}"
            .formatted(code);
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.body().contains("\"errors\"")) {
      throw new IllegalStateException(answer.body());
    }
    return List.of(answer.body().split("\"")).contains(code);
  }
}
