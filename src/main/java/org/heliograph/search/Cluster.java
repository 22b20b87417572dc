package org.heliograph.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/**
 * One way to Elasticsearch, with its own addresses, credential, patience and circuit. Nodes are
 * asked in turn; what one does not answer, or answers with 502, 503 or 504, is asked of the next
 * before anybody is told. Everything that is sent may be sent twice: searches change nothing, and
 * documents carry their versions.
 */
final class Cluster implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int CONNECTIONS = 32;

  /**
   * The client asks a node that failed no more for a minute, and where all have failed it tries one
   * of them alone, which may be the dead one: then the call is made anew, within this time.
   */
  private static final Duration RETRIES = Duration.ofSeconds(2);

  private static final long MOMENT = 100;

  private final int nodes;
  private final Rest5Client http;
  private final ElasticsearchClient client;
  private final Circuit circuit = new Circuit(PAUSE);

  /** It cannot be reached, or is too busy to answer: the same call may work in a moment. */
  static final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean answered;

    Unreachable(String message, Throwable cause, boolean answered) {
      super(message, cause);
      this.answered = answered;
    }

    /** Whether a node answered, but could not do what the call needs: it may have lost a copy. */
    boolean isAnswered() {
      return answered;
    }
  }

  /** Something asked of the cluster. */
  interface Call<T> {
    T on(ElasticsearchClient client) throws IOException;
  }

  Cluster(List<String> urls, SearchConfig.Endpoint endpoint, Duration connect, Duration answer) {
    Timeout connectTimeout = Timeout.of(connect);
    Timeout answerTimeout = Timeout.of(answer);
    var builder =
        Rest5Client.builder(urls.stream().map(String::strip).map(URI::create).toList())
            .setConnectionConfigCallback(
                c -> c.setConnectTimeout(connectTimeout).setSocketTimeout(answerTimeout))
            .setRequestConfigCallback(
                r -> r.setResponseTimeout(answerTimeout).setConnectionRequestTimeout(answerTimeout))
            .setConnectionManagerCallback(
                m -> m.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS * urls.size()));
    endpoint
        .user()
        .ifPresent(user ->
            builder.setDefaultHeaders(
                new Header[] {credential(user, endpoint.password().orElse(""))}));
    nodes = urls.size();
    http = builder.build();
    client = new ElasticsearchClient(new Rest5ClientTransport(http, new JacksonJsonpMapper()));
  }

  private static Header credential(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new BasicHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /**
   * Makes the call; what the cluster itself refuses comes through as ElasticsearchException.
   *
   * @throws Unreachable at once while the circuit is open, and when nothing answers
   */
  <T> T call(Call<T> call) {
    if (!circuit.permits()) {
      throw new Unreachable("Elasticsearch did not answer a moment ago", new IOException(), false);
    }
    long until = System.nanoTime() + RETRIES.toNanos();
    boolean answered = false;
    for (int attempt = 1; ; attempt++) {
      try {
        T result = call.on(client);
        circuit.succeeded();
        return result;
      } catch (ElasticsearchException e) {
        circuit.succeeded();
        if (e.status() == 429 || e.status() == 502 || e.status() == 503 || e.status() == 504) {
          throw new Unreachable("Elasticsearch is too busy to answer", e, true);
        }
        throw e;
      } catch (IOException e) {
        answered |= isAnswered(e);
        if (attempt >= nodes || System.nanoTime() > until) {
          throw failed(e, answered);
        }
        if (answered) {
          rest();
        }
      }
    }
  }

  private Unreachable failed(IOException e, boolean answered) {
    if (answered) {
      circuit.succeeded();
      return new Unreachable("Elasticsearch is too busy to answer", e, true);
    }
    circuit.failed();
    return new Unreachable("Elasticsearch does not answer", e, false);
  }

  /** Whether one of the nodes that were asked answered, if only that it could not. */
  private static boolean isAnswered(Throwable failure) {
    return failure instanceof ResponseException
        || Arrays.stream(failure.getSuppressed()).anyMatch(Cluster::isAnswered);
  }

  /** The others need a moment to see that a node is gone. */
  private static void rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
