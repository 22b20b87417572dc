package org.heliograph.embedded.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people may change about themselves: their name, never the claims that say what they may see.
 */
class OwnProfileIT {

  private static final String CONSOLE = "heliograph-console";

  private final KeycloakClient keycloak = new KeycloakClient();

  @BeforeEach
  void make_a_user_as_administrators_do() throws Exception {
    keycloak.removeUser("meddler");
    keycloak.createUser(
        """
        {"username":"meddler","enabled":true,"email":"meddler@example.org","emailVerified":true,
         "firstName":"手","lastName":"伸","attributes":{"region":["990121101000"]},
         "credentials":[{"type":"password","value":"sunlight-meddler","temporary":false}]}
        """);
  }

  @AfterEach
  void remove_the_user() throws Exception {
    keycloak.removeUser("meddler");
  }

  @ParameterizedTest
  @CsvSource({"region, 990121000000", "organisation, QY-JWJW"})
  void nobody_can_change_their_own_claims(String claim, String wanted) throws Exception {
    String token = keycloak.rawToken(CONSOLE, "meddler");
    ObjectNode profile = (ObjectNode) keycloak.account(token);
    assertEquals("990121101000", profile.at("/attributes/region/0").asText(), profile.toString());

    ((ObjectNode) profile.path("attributes")).putArray(claim).add(wanted);
    int status = keycloak.saveAccount(token, profile);

    JsonNode renewed = keycloak.accessToken(CONSOLE, "meddler");
    assertEquals("990121101000", renewed.path("region").asText(), "after HTTP " + status);
    assertFalse(renewed.has("organisation"), "after HTTP " + status);
  }

  @Test
  void one_can_change_ones_own_name() throws Exception {
    String token = keycloak.rawToken(CONSOLE, "meddler");
    ObjectNode profile = (ObjectNode) keycloak.account(token);
    profile.put("firstName", "新");

    assertEquals(204, keycloak.saveAccount(token, profile));
  }
}
