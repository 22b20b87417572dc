package org.heliograph.embedded.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@link RealmIT} asks of Keycloak, as a client, as a signed-in user and as the administrator.
 */
final class KeycloakClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String URL = System.getenv("HELIOGRAPH_TEST_KEYCLOAK_URL");
  private static final String REALM = URL + "/realms/heliograph";
  private static final String ADMIN = URL + "/admin/realms/heliograph";

  private final HttpClient http = HttpClient.newHttpClient();
  private String adminToken = "";

  HttpResponse<String> passwordGrant(String client, String account) throws Exception {
    return form(
        REALM + "/protocol/openid-connect/token",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            client,
            "username",
            account,
            "password",
            "sunlight-" + account));
  }

  String rawToken(String client, String account) throws Exception {
    return token(passwordGrant(client, account));
  }

  JsonNode accessToken(String client, String account) throws Exception {
    return claims(rawToken(client, account));
  }

  JsonNode serviceAccountToken(String client) throws Exception {
    JsonNode found = JSON.readTree(admin("GET", "/clients?clientId=" + client, "").body()).get(0);
    String secret =
        JSON.readTree(
                admin("GET", "/clients/" + found.path("id").asText() + "/client-secret", "").body())
            .path("value")
            .asText();
    return claims(
        token(
            form(
                REALM + "/protocol/openid-connect/token",
                Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    client,
                    "client_secret",
                    secret))));
  }

  String clientRootUrl(String client) throws Exception {
    return JSON.readTree(admin("GET", "/clients?clientId=" + client, "").body())
        .get(0)
        .path("rootUrl")
        .asText();
  }

  JsonNode account(String token) throws Exception {
    return JSON.readTree(send("GET", REALM + "/account/", token, "").body());
  }

  int saveAccount(String token, JsonNode profile) throws Exception {
    return send("POST", REALM + "/account/", token, profile.toString()).statusCode();
  }

  HttpResponse<String> createUser(String user) throws Exception {
    return admin("POST", "/users", user);
  }

  void removeUser(String name) throws Exception {
    for (JsonNode user :
        JSON.readTree(admin("GET", "/users?exact=true&username=" + name, "").body())) {
      admin("DELETE", "/users/" + user.path("id").asText(), "");
    }
  }

  /** The outcome of a visit to the login page: "login", the redirect's target, or the status. */
  String authorize(Map<String, String> parameters) throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(REALM + "/protocol/openid-connect/auth?" + encoded(parameters)))
                .build(),
            BodyHandlers.ofString());
    return switch (response.statusCode()) {
      case 200 -> response.body().contains("password") ? "login" : response.body();
      case 302, 303 -> response.headers().firstValue("Location").orElse("");
      default -> Integer.toString(response.statusCode());
    };
  }

  private HttpResponse<String> admin(String method, String path, String body) throws Exception {
    return send(method, ADMIN + path, adminToken(), body);
  }

  /** Asked for once in a test: checking a password is slow on purpose. */
  private String adminToken() throws Exception {
    if (adminToken.isEmpty()) {
      adminToken =
          token(
              form(
                  URL + "/realms/master/protocol/openid-connect/token",
                  Map.of(
                      "grant_type",
                      "password",
                      "client_id",
                      "admin-cli",
                      "username",
                      System.getenv("HELIOGRAPH_TEST_KEYCLOAK_ADMIN"),
                      "password",
                      System.getenv("HELIOGRAPH_TEST_KEYCLOAK_PASSWORD"))));
    }
    return adminToken;
  }

  private HttpResponse<String> send(String method, String url, String token, String body)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> form(String url, Map<String, String> parameters) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(parameters)))
            .build(),
        BodyHandlers.ofString());
  }

  private static String token(HttpResponse<String> response) throws Exception {
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body()).path("access_token").asText();
  }

  private static JsonNode claims(String token) throws Exception {
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  private static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry ->
            entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
