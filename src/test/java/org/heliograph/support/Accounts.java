package org.heliograph.support;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.visibility.Role;
import org.jspecify.annotations.Nullable;

/** The demo accounts of the realm, with real tokens. */
public enum Accounts {
  ANONYMOUS("", Set.of(), Set.of(), Set.of()),
  CITIZEN("citizen", Set.of(Role.CITIZEN), Set.of(), Set.of()),
  STAFF("staff", Set.of(Role.STAFF), Set.of(), Set.of("990121000000")),
  STAFF_EAST("staff-east", Set.of(Role.STAFF), Set.of(), Set.of("990121101000")),
  EDITOR("editor", Set.of(Role.EDITOR), Set.of("QY-MZJ"), Set.of()),
  EDITOR_NYJ("editor-nyj", Set.of(Role.EDITOR), Set.of("QY-NYJ"), Set.of()),
  EDITOR_BARE("editor-bare", Set.of(Role.EDITOR), Set.of(), Set.of()),
  REVIEWER("reviewer", Set.of(Role.REVIEWER), Set.of("QY-MZJ"), Set.of()),
  DEPUTY("deputy", Set.of(Role.EDITOR, Role.REVIEWER), Set.of("QY-MZJ"), Set.of()),
  SERVICE("service-account-heliograph-importer", Set.of(Role.SERVICE), Set.of("QY-MZJ"), Set.of()),
  SUPERVISOR("supervisor", Set.of(Role.SUPERVISOR), Set.of(), Set.of("990121000000")),
  SUPERVISOR_TOWN("supervisor-town", Set.of(Role.SUPERVISOR), Set.of(), Set.of("990121101000")),
  AUDITOR("auditor", Set.of(Role.AUDITOR), Set.of(), Set.of()),
  ADMIN("admin", Set.of(Role.ADMIN), Set.of(), Set.of());

  /** Shorter than the realm lets a token live, and than any test uses one. */
  private static final long FRESH = Duration.ofMinutes(2).toNanos();

  private static final Map<Accounts, Kept> TOKENS = new ConcurrentHashMap<>();

  private record Kept(String token, long since) {}

  private final String username;
  private final Set<Role> roles;
  private final Set<String> organisations;
  private final Set<String> regions;

  Accounts(String username, Set<Role> roles, Set<String> organisations, Set<String> regions) {
    this.username = username;
    this.roles = roles;
    this.organisations = organisations;
    this.regions = regions;
  }

  /** What the token of this account says, without asking the service. */
  public org.heliograph.visibility.Viewer viewer(java.time.Instant at) {
    return new org.heliograph.visibility.Viewer(
        this == ANONYMOUS ? "anonymous" : username, roles, organisations, regions, at);
  }

  /** An access token of the real Keycloak; empty for anonymous. */
  public String token() {
    return this == ANONYMOUS ? "" : TOKENS.compute(this, Accounts::fresh).token();
  }

  private static Kept fresh(Accounts account, @Nullable Kept kept) {
    long now = System.nanoTime();
    return kept == null || now - kept.since() > FRESH ? new Kept(account.logIn(), now) : kept;
  }

  private String logIn() {
    if (this == SERVICE) {
      return new KeycloakAdmin().serviceToken("heliograph-importer");
    }
    String realm =
        ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
    return given()
        .formParams(
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "heliograph-console",
                "username",
                username,
                "password",
                "sunlight-" + username))
        .post(realm + "/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  public static List<Accounts> signedIn() {
    return java.util.Arrays.stream(values()).filter(account -> account != ANONYMOUS).toList();
  }
}
