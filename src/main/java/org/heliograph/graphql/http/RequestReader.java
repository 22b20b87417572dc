package org.heliograph.graphql.http;

import static org.heliograph.graphql.error.ErrorCode.BAD_REQUEST;
import static org.heliograph.graphql.error.ErrorCode.BATCHING_NOT_SUPPORTED;
import static org.heliograph.graphql.error.ErrorCode.UNSUPPORTED_MEDIA_TYPE;
import static org.heliograph.graphql.error.ErrorCode.URL_TOO_LONG;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heliograph.graphql.error.ErrorCode;
import org.heliograph.graphql.error.Refusal;
import org.heliograph.graphql.http.Reading.NotUnderstood;
import org.heliograph.graphql.http.Reading.Understood;
import org.heliograph.graphql.limits.LimitsConfig;
import org.heliograph.graphql.limits.Numbers;
import org.jspecify.annotations.Nullable;

/** Reads what a GET or a POST asks, and says in one sentence what is wrong with it. */
@ApplicationScoped
public class RequestReader {
  private static final List<String> PARAMETERS = List.of("query", "operationName");
  private static final List<String> JSON_PARAMETERS = List.of("variables", "extensions");

  private final LimitsConfig limits;
  private final RequestJson json;

  /** A message wraps a request. */
  private final RequestJson envelope;

  RequestReader(LimitsConfig limits) {
    this.limits = limits;
    this.json = new RequestJson(limits.maxVariableDepth());
    this.envelope = new RequestJson(limits.maxVariableDepth() + 1);
  }

  Reading readGet(RoutingContext ctx) {
    if (ctx.request().uri().length() > limits.maxUrlLength()) {
      return refuse(
          URL_TOO_LONG,
          "The URL is longer than %d characters: send the query in the body of a POST."
              .formatted(limits.maxUrlLength()));
    }
    MultiMap given;
    try {
      given = ctx.queryParams();
    } catch (RuntimeException e) {
      return refuse(BAD_REQUEST, "The URL's query string is not percent-encoded UTF-8.");
    }
    Map<String, @Nullable Object> fields = new HashMap<>();
    for (String name : PARAMETERS) {
      fields.put(name, given.get(name));
    }
    for (String name : JSON_PARAMETERS) {
      String text = given.get(name);
      if (text != null && !text.isEmpty()) {
        Optional<Object> value = json.parse(text);
        if (value.isEmpty()) {
          return refuse(BAD_REQUEST, "The parameter '" + name + "' is not JSON.");
        }
        fields.put(name, value.get());
      }
    }
    return understand(fields, false);
  }

  Reading readPost(RoutingContext ctx) {
    String type = ctx.request().getHeader("Content-Type");
    if (type == null || !isJson(type)) {
      return refuse(
          UNSUPPORTED_MEDIA_TYPE, "Send the request with Content-Type: application/json.");
    }
    Buffer body = ctx.body().buffer();
    Optional<Object> value = body == null ? Optional.empty() : json.parse(body.getBytes());
    if (value.isEmpty()) {
      return refuse(
          BAD_REQUEST,
          "The body is not JSON in UTF-8 of at most %d levels."
              .formatted(limits.maxVariableDepth()));
    }
    if (value.get() instanceof List) {
      return refuse(
          BATCHING_NOT_SUPPORTED,
          "The body is an array: send one JSON object, one request at a time. Several fields may be asked for in one query.");
    }
    if (!(value.get() instanceof Map<?, ?> object)) {
      return refuse(BAD_REQUEST, "The body must be a JSON object with a 'query'.");
    }
    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    Map<String, @Nullable Object> fields = (Map<String, @Nullable Object>) object;
    return understand(fields, true);
  }

  private static boolean isJson(String contentType) {
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return parts[0].strip().equals("application/json");
  }

  /** Reads what a message of a WebSocket asks; its size was looked at before. */
  public Reading readMessage(Map<String, @Nullable Object> fields) {
    return understand(fields, true);
  }

  /** The JSON object that a message is; empty where it is none. */
  public Optional<Map<String, @Nullable Object>> object(String text) {
    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    var found =
        envelope
            .parse(text)
            .filter(Map.class::isInstance)
            .map(value -> (Map<String, @Nullable Object>) value);
    return found;
  }

  private static Reading understand(Map<String, @Nullable Object> fields, boolean changesAllowed) {
    Object query = fields.get("query");
    if (!(query instanceof String text) || text.isBlank()) {
      return refuse(BAD_REQUEST, "'query' must be a GraphQL document, as a string.");
    }
    Object name = fields.get("operationName");
    if (name != null && !(name instanceof String)) {
      return refuse(BAD_REQUEST, "'operationName' must be a string.");
    }
    Object variables = fields.get("variables");
    if (variables != null && !(variables instanceof Map)) {
      return refuse(BAD_REQUEST, "'variables' must be a JSON object.");
    }
    Object extensions = fields.get("extensions");
    if (extensions != null && !(extensions instanceof Map)) {
      return refuse(BAD_REQUEST, "'extensions' must be a JSON object.");
    }
    if (Numbers.anyHuge(variables)) {
      return refuse(BAD_REQUEST, "A number in the variables has more than 100 digits.");
    }
    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    Map<String, Object> values = variables == null ? Map.of() : (Map<String, Object>) variables;
    return new Understood(new GraphQLRequest(text, (String) name, values, changesAllowed));
  }

  private static Reading refuse(ErrorCode code, String message) {
    return new NotUnderstood(Refusal.of(code, message));
  }
}
