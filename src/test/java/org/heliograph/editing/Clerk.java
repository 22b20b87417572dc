package org.heliograph.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heliograph.support.Accounts;
import org.heliograph.support.Portal;

/** Sends mutations as an account, over HTTP. */
final class Clerk {
  private static final String PAYLOAD =
      "{ version repeated record { id ... on Record { stage revision version reviewNote scheduledFor changeNote title }"
          + " ... on Tombstone { withdrawal { kind reason } } }"
          + " refusals { code path message changes { transition version fields } } }";

  private Clerk() {}

  /** Runs a mutation whose arguments are given by type and value. */
  static JsonPath run(Accounts as, String mutation, Map<String, Typed> arguments) {
    var declared = new StringBuilder();
    var passed = new StringBuilder();
    var values = new HashMap<String, Object>();
    arguments.forEach((name, typed) -> {
      declared.append(" $").append(name).append(": ").append(typed.type());
      passed.append(' ').append(name).append(": $").append(name);
      values.put(name, typed.value());
    });
    String head = arguments.isEmpty() ? "" : "(" + declared + ")";
    String tail = arguments.isEmpty() ? "" : "(" + passed + ")";
    String answer =
        Portal.ask(as, "mutation" + head + " { it: " + mutation + tail + PAYLOAD + " }", values);
    return JsonPath.from(answer);
  }

  /** Goes on with a record from the version that the answer before gave, and is not refused. */
  static JsonPath move(Accounts as, String mutation, JsonPath before, Map<String, Typed> more) {
    JsonPath answer = tried(as, mutation, before, more);
    assertEquals("DONE", outcome(answer), mutation + ": " + answer.prettify());
    return answer;
  }

  static JsonPath move(Accounts as, String mutation, JsonPath before) {
    return move(as, mutation, before, Map.of());
  }

  /** The same, whatever comes of it. */
  static JsonPath tried(Accounts as, String mutation, JsonPath before, Map<String, Typed> more) {
    var all = new LinkedHashMap<String, Typed>();
    all.put("id", id(before.getString("data.it.record.id")));
    all.put("version", version(before.getString("data.it.version")));
    all.putAll(more);
    return run(as, mutation, all);
  }

  /** A value and the GraphQL type that it is declared with. */
  record Typed(String type, Object value) {}

  static Typed id(String value) {
    return new Typed("ID!", value);
  }

  static Typed text(String value) {
    return new Typed("String", value);
  }

  static Typed version(String value) {
    return new Typed("String!", value);
  }

  /** The code of the refusal, the code of a top-level error, or DONE. */
  static String outcome(JsonPath answer) {
    String error = answer.getString("errors[0].extensions.code");
    if (error != null) {
      return error;
    }
    String refusal = answer.getString("data.it.refusals[0].code");
    return refusal == null ? "DONE" : refusal;
  }
}
