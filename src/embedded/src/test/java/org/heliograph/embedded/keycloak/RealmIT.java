package org.heliograph.embedded.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The imported realm, asked over HTTP as the service and its clients ask it. */
class RealmIT {

  private static final String CONSOLE = "heliograph-console";

  private final KeycloakClient keycloak = new KeycloakClient();

  @ParameterizedTest
  @CsvSource({
    "citizen,         citizen,    ,       ",
    "staff,           staff,      ,       990121000000",
    "staff-east,      staff,      ,       990121101000",
    "editor,          editor,     QY-MZJ, ",
    "editor-nyj,      editor,     QY-NYJ, ",
    "editor-bare,     editor,     ,       ",
    "reviewer,        reviewer,   QY-MZJ, ",
    "supervisor,      supervisor, ,       990121000000",
    "supervisor-town, supervisor, ,       990121101000",
    "auditor,         auditor,    ,       ",
    "admin,           admin,      ,       "
  })
  void every_demo_account_carries_its_role_and_claims(
      String account, String role, String organisation, String region) throws Exception {
    JsonNode token = keycloak.accessToken(CONSOLE, account);

    List<String> ours =
        List.of("citizen", "staff", "editor", "reviewer", "supervisor", "auditor", "admin").stream()
            .filter(name -> token.at("/realm_access/roles").toString().contains('"' + name + '"'))
            .toList();
    assertEquals(List.of(role), ours);
    assertClaim(organisation, token.path("organisation"));
    assertClaim(region, token.path("region"));
    assertTrue(token.path("aud").toString().contains("\"heliograph\""), token.toString());
    assertEquals(900, token.path("exp").asInt() - token.path("iat").asInt());
  }

  @Test
  void the_importer_is_a_service_of_its_organisation() throws Exception {
    JsonNode token = keycloak.serviceAccountToken("heliograph-importer");

    assertEquals("QY-MZJ", token.path("organisation").asText());
    assertTrue(token.at("/realm_access/roles").toString().contains("\"service\""));
    assertTrue(token.path("aud").toString().contains("heliograph"));
  }

  @Test
  void an_administrator_cannot_set_a_region_that_is_none() throws Exception {
    assertEquals(
        400,
        keycloak
            .createUser(
                """
                {"username":"nowhere","enabled":true,"email":"n@example.org","firstName":"无","lastName":"处",
                 "attributes":{"region":["县"]}}
                """)
            .statusCode());
  }

  @Test
  void the_portal_takes_no_passwords() throws Exception {
    assertEquals(400, keycloak.passwordGrant("heliograph-portal", "citizen").statusCode());
  }

  @ParameterizedTest
  @CsvSource({"heliograph-portal", CONSOLE})
  void a_code_is_given_only_with_a_challenge_and_to_our_own_address(String client)
      throws Exception {
    String ours = keycloak.clientRootUrl(client) + "/signed-in";
    Map<String, String> plain =
        Map.of(
            "client_id", client, "response_type", "code", "scope", "openid", "redirect_uri", ours);

    assertTrue(keycloak.authorize(plain).contains("code_challenge_method"), "PKCE is required");
    assertEquals("login", keycloak.authorize(with(plain, "redirect_uri", ours, true)));
    for (String foreign :
        List.of("http://localhost:1/signed-in", "http://evil.example/signed-in")) {
      assertEquals("400", keycloak.authorize(with(plain, "redirect_uri", foreign, true)), foreign);
    }
  }

  private static Map<String, String> with(
      Map<String, String> parameters, String name, String value, boolean challenge) {
    Map<String, String> result = new java.util.HashMap<>(parameters);
    result.put(name, value);
    if (challenge) {
      result.put("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
      result.put("code_challenge_method", "S256");
    }
    return result;
  }

  private static void assertClaim(String expected, JsonNode actual) {
    if (expected == null) {
      assertTrue(actual.isMissingNode(), actual.toString());
    } else {
      assertEquals(expected, actual.asText());
    }
  }
}
