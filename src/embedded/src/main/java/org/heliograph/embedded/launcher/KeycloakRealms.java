package org.heliograph.embedded.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Puts the realms of {@code keycloak/*.json} into a running Keycloak, and again whenever a file has
 * changed.
 *
 * <p>Keycloak's own {@code --import-realm} leaves a realm alone that exists, so an edited file
 * would never arrive.
 */
final class KeycloakRealms {

  /**
   * The one placeholder of the realm files, as Keycloak's own import writes it: variable and
   * default.
   */
  static final String SERVICE_URL = "${HELIOGRAPH_URL:http://localhost:8080}";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Layout layout;
  private final Ports ports;
  private final String adminPassword;

  KeycloakRealms(Layout layout, Ports ports, String adminPassword) {
    this.layout = layout;
    this.ports = ports;
    this.adminPassword = adminPassword;
  }

  void bringUpToDate() throws IOException {
    List<String> realms = new ArrayList<>();
    for (Path file : layout.realmFiles()) {
      realms.add(
          Files.readString(file).replace(SERVICE_URL, "http://localhost:" + ports.service()));
    }
    Path imported = layout.data("keycloak").resolve("imported-realms.sha256");
    String digest = digest(realms);
    if (Files.exists(imported) && Files.readString(imported).equals(digest)) {
      return;
    }
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + adminToken(), "Content-Type", "application/json");
    for (String realm : realms) {
      replace(realm, headers);
    }
    Files.writeString(imported, digest);
  }

  private void replace(String realm, Map<String, String> headers) throws IOException {
    String name = JSON.readTree(realm).path("realm").asText();
    String realms = Keycloak.url(ports.keycloak()) + "/admin/realms";
    expect(
        "remove the realm " + name,
        List.of(204, 404),
        Http.send("DELETE", realms + "/" + name, headers, ""));
    expect("import the realm " + name, List.of(201), Http.send("POST", realms, headers, realm));
  }

  private String adminToken() throws IOException {
    Http.Response response =
        Http.send(
            "POST",
            Keycloak.url(ports.keycloak()) + "/realms/master/protocol/openid-connect/token",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            "grant_type=password&client_id=admin-cli&username="
                + Keycloak.ADMIN
                + "&password="
                + URLEncoder.encode(adminPassword, StandardCharsets.UTF_8));
    expect("log in as its administrator", List.of(200), response);
    return JSON.readTree(response.body()).path("access_token").asText();
  }

  private static void expect(String step, List<Integer> statuses, Http.Response response) {
    if (!statuses.contains(response.status())) {
      throw new Refusal(
          "Keycloak refused to %s (HTTP %d: %s): mend keycloak/*.json, or run ./heliograph reset."
              .formatted(step, response.status(), response.body()));
    }
  }

  private static String digest(List<String> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      texts.forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
