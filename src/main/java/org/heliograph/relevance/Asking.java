package org.heliograph.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks a running service as an anonymous caller of its GraphQL API. */
public final class Asking {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SEARCH =
      "query($text: String, $kinds: [RecordKind!]) { search(text: $text, kinds: $kinds, first: 100) { nodes { code } } }";

  private final URI url;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  public Asking(URI url) {
    this.url = url;
  }

  /** What a question came to. */
  public record Answer(Question question, List<String> codes, Duration took) {
    public Score score() {
      return Score.of(question, codes);
    }
  }

  /**
   * The answers in the order of the questions, asked one after the other.
   *
   * @throws IOException with a sentence that says what to do, when the service does not answer
   */
  public List<Answer> ask(QuestionSet set) throws IOException, InterruptedException {
    var answers = new ArrayList<Answer>();
    for (Question question : set.questions()) {
      answers.add(ask(question, set.kinds()));
    }
    return answers;
  }

  private Answer ask(Question question, List<String> kinds)
      throws IOException, InterruptedException {
    String body =
        JSON.writeValueAsString(
            Map.of("query", SEARCH, "variables", Map.of("text", question.text(), "kinds", kinds)));
    var request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("Accept", "application/graphql-response+json")
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    long start = System.nanoTime();
    HttpResponse<String> response;
    try {
      response = http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new IOException(
          "nothing answers at "
              + url
              + ": start ./heliograph run with the sample of the set, or name the service by --url",
          e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    JsonNode nodes = JSON.readTree(response.body()).at("/data/search/nodes");
    if (response.statusCode() != 200 || !nodes.isArray()) {
      throw new IOException(
          "question %s was answered with %d: %s"
              .formatted(question.id(), response.statusCode(), response.body()));
    }
    var codes = new ArrayList<String>();
    nodes.forEach(node -> codes.add(node.path("code").asText()));
    return new Answer(question, codes, took);
  }
}
