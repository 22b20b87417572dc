package org.heliograph.support;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What tests change in the real Keycloak: other realms and clients, made before and removed after.
 */
public final class KeycloakAdmin {
  private static final String USER = "stranger";
  private static final String PASSWORD = "a-password-of-the-test";

  private final String url = variable("HELIOGRAPH_TEST_KEYCLOAK_URL");
  private final String token =
      token(
          "master",
          "admin-cli",
          variable("HELIOGRAPH_TEST_KEYCLOAK_ADMIN"),
          variable("HELIOGRAPH_TEST_KEYCLOAK_PASSWORD"));

  private static String variable(String name) {
    return Objects.requireNonNull(
        System.getenv(name), name + " is not set: run the tests by ./heliograph test");
  }

  /** An access token by user name and password. */
  public String token(String realm, String client, String user, String password) {
    return Objects.requireNonNull(
        tokens(realm, client, user, password).get("access_token"), "no access token");
  }

  /** All that the token endpoint gives. */
  public Map<String, String> tokens(String realm, String client, String user, String password) {
    return given()
        .formParams(
            Map.of(
                "grant_type", "password",
                "client_id", client,
                "username", user,
                "password", password))
        .post(url + "/realms/" + realm + "/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("");
  }

  /**
   * Makes another realm with a client and a user whose token looks like ours in everything else.
   */
  public String tokenOfAnotherRealm(String realm) {
    removeRealm(realm);
    Map<String, Object> stranger =
        Map.of(
            "username",
            USER,
            "enabled",
            true,
            "email",
            "stranger@example.org",
            "emailVerified",
            true,
            "firstName",
            "S",
            "lastName",
            "T",
            "credentials",
            List.of(Map.of("type", "password", "value", PASSWORD)));
    admin()
        .body(
            Map.of(
                "realm",
                realm,
                "enabled",
                true,
                "sslRequired",
                "none",
                "clients",
                List.of(client("heliograph-console", 300, true)),
                "users",
                List.of(stranger)))
        .post(url + "/admin/realms")
        .then()
        .statusCode(201);
    return token(realm, "heliograph-console", USER, PASSWORD);
  }

  public void removeRealm(String realm) {
    admin().delete(url + "/admin/realms/" + realm);
  }

  /** A client of our realm for password logins, whose tokens live so many seconds. */
  public void addClient(String id, int lifespanSeconds, boolean withAudience) {
    removeClient(id);
    admin()
        .body(client(id, lifespanSeconds, withAudience))
        .post(url + "/admin/realms/heliograph/clients")
        .then()
        .statusCode(201);
  }

  public void removeClient(String id) {
    List<String> found =
        admin()
            .queryParam("clientId", id)
            .get(url + "/admin/realms/heliograph/clients")
            .jsonPath()
            .getList("id");
    found.forEach(each -> admin().delete(url + "/admin/realms/heliograph/clients/" + each));
  }

  /** An access token of a client's own account, by the secret that Keycloak made for it. */
  public String serviceToken(String client) {
    String clients = url + "/admin/realms/heliograph/clients";
    String id = admin().queryParam("clientId", client).get(clients).jsonPath().getString("[0].id");
    String secret =
        admin().get(clients + "/" + id + "/client-secret").jsonPath().getString("value");
    return given()
        .formParams(
            Map.of(
                "grant_type", "client_credentials", "client_id", client, "client_secret", secret))
        .post(url + "/realms/heliograph/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  private RequestSpecification admin() {
    return given().contentType("application/json").auth().oauth2(token);
  }

  private static Map<String, Object> client(String id, int lifespanSeconds, boolean withAudience) {
    Map<String, Object> audience =
        Map.of(
            "name", "audience",
            "protocol", "openid-connect",
            "protocolMapper", "oidc-audience-mapper",
            "config",
                Map.of(
                    "included.custom.audience", "heliograph",
                    "access.token.claim", "true"));
    return Map.of(
        "clientId", id,
        "enabled", true,
        "publicClient", true,
        "directAccessGrantsEnabled", true,
        "standardFlowEnabled", false,
        "attributes", Map.of("access.token.lifespan", Integer.toString(lifespanSeconds)),
        "protocolMappers", withAudience ? List.of(audience) : List.of());
  }
}
