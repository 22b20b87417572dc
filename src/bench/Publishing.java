import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the way of disclosures through the API as editor and reviewer: what each mutation takes,
 * how long after the answer to a publication an anonymous search finds the record, and whether the
 * first request after the answer to a withdrawal still does.
 *
 * <pre>java src/bench/Publishing.java [COUNT] [URL] [REALM]</pre>
 */
public final class Publishing {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static String url = "http://localhost:8080";

  private Publishing() {}

  public static void main(String... arguments) throws Exception {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    url = arguments.length > 1 ? arguments[1] : url;
    String realm = arguments.length > 2 ? arguments[2] : "http://localhost:8180/realms/heliograph";
    String editor = token(realm, "editor");
    String reviewer = token(realm, "reviewer");
    String run = "ZP" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    long[][] millis = new long[6][count];
    int late = 0;
    for (int i = 0; i < count; i++) {
      String code = run + "-" + i;
      long began = System.nanoTime();
      String draft =
          ask(
              editor,
              "mutation { draftDisclosure(input: {code: \\\"" + code
                  + "\\\", title: \\\"关于" + code + "的通知\\\", category: POLICY, content: \\\"村民议事会评议。\\\"}) { record { id } } }");
      millis[0][i] = since(began);
      String id = group("\"id\":\"([^\"]+)\"", draft);
      String[] steps = {"submit", "approve", "publish"};
      for (int s = 0; s < steps.length; s++) {
        began = System.nanoTime();
        move(s == 0 ? editor : reviewer, steps[s], id, "1." + (s + 1), "");
        millis[s + 1][i] = since(began);
      }
      began = System.nanoTime();
      while (!found(code)) {
        // finer than what is measured, coarser than a busy loop beside the server
        Thread.sleep(2);
      }
      millis[4][i] = since(began);
      began = System.nanoTime();
      move(editor, "withdraw", id, "1.4", ", kind: GONE, reason: \\\"测量\\\"");
      millis[5][i] = since(began);
      late += found(code) ? 1 : 0;
    }
    String[] names = {"draft", "submit", "approve", "publish", "published to found", "withdraw"};
    for (int k = 0; k < names.length; k++) {
      Arrays.sort(millis[k]);
      System.out.printf(
          Locale.ROOT,
          "%-20s p50 %4d ms, p99 %4d ms%n",
          names[k],
          millis[k][count / 2],
          millis[k][count * 99 / 100]);
    }
    System.out.printf("found by the first request after a withdrawal: %d of %d%n", late, count);
  }

  private static long since(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }

  private static void move(String token, String step, String id, String version, String more)
      throws IOException, InterruptedException {
    String answer =
        ask(
            token,
            "mutation { " + step + "(id: \\\"" + id + "\\\", version: \\\"" + version + "\\\"" + more
                + ") { version refusals { code message } } }");
    if (!answer.contains("\"refusals\":[]")) {
      throw new IllegalStateException(answer);
    }
  }

  private static boolean found(String code) throws IOException, InterruptedException {
    return ask(null, "{ search(text: \\\"" + code + "\\\", first: 1) { nodes { code } } }")
        .contains("\"" + code + "\"");
  }

  private static String ask(String token, String query) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String token(String realm, String account)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=password&client_id=heliograph-console&username="
                        + account
                        + "&password=sunlight-"
                        + account));
    return group(
        "\"access_token\":\"([^\"]+)\"",
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
  }

  private static String group(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException(text);
    }
    return found.group(1);
  }
}
