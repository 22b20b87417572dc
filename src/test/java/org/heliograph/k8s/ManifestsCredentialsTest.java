package org.heliograph.k8s;

import static org.heliograph.k8s.CountyManifests.COMPONENT;
import static org.heliograph.k8s.CountyManifests.component;
import static org.heliograph.k8s.CountyManifests.container;
import static org.heliograph.k8s.CountyManifests.secrets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds each pod to the settings of the service and to the credentials of its work. */
class ManifestsCredentialsTest {
  /** Environment variables that are read by the framework, not through application.properties. */
  private static final Set<String> FRAMEWORK_KEYS = Set.of("QUARKUS_SHUTDOWN_TIMEOUT");

  private final CountyManifests county = new CountyManifests();

  @Test
  void every_environment_key_is_a_setting_of_the_service() throws IOException {
    Set<String> settings = new HashSet<>(FRAMEWORK_KEYS);
    Matcher setting =
        Pattern.compile("\\$\\{(HELIOGRAPH_[A-Z_]+)")
            .matcher(Files.readString(Path.of("src/main/resources/application.properties")));
    while (setting.find()) {
      settings.add(setting.group(1));
    }
    Set<String> used = new TreeSet<>();
    county
        .pods()
        .values()
        .forEach(pod -> container(pod).getEnv().forEach(variable -> used.add(variable.getName())));
    county.objects(ConfigMap.class).forEach(map -> used.addAll(map.getData().keySet()));
    assertTrue(used.contains("HELIOGRAPH_DB_URL"), "the manifests set " + used);
    used.removeAll(settings);
    assertEquals(Set.of(), used, "not a setting in application.properties");
  }

  @Test
  void no_secret_is_in_the_manifests() {
    Pattern secretName = Pattern.compile(".*(PASSWORD|_KEY|TOKEN|SECRET|_USER)$");
    for (ConfigMap map : county.objects(ConfigMap.class)) {
      map.getData()
          .forEach((key, value) -> {
            assertFalse(secretName.matcher(key).matches(), key + " belongs into a Secret");
            assertFalse(value.matches(".*(//[^/]*@|password=).*"), key + " carries a credential");
          });
    }
    for (PodTemplateSpec pod : county.pods().values()) {
      for (EnvVar variable : container(pod).getEnv()) {
        assertTrue(
            variable.getValue() == null && variable.getValueFrom().getSecretKeyRef() != null,
            variable.getName() + " is to come from a Secret");
      }
    }
  }

  @Test
  void each_pod_holds_exactly_the_credentials_of_its_work() {
    Map<String, Set<String>> held = new TreeMap<>();
    county
        .pods()
        .forEach((component, pod) -> held.put(component, new TreeSet<>(secrets(pod).values())));
    assertEquals(
        Map.of(
            "public",
            Set.of(
                "heliograph-database/username",
                "heliograph-database/password",
                "heliograph-search-reader/username",
                "heliograph-search-reader/password",
                "heliograph-files-reader/access-key",
                "heliograph-files-reader/secret-key",
                "heliograph-keys/cursor-key"),
            "staff",
            Set.of(
                "heliograph-database/username",
                "heliograph-database/password",
                "heliograph-search-writer/username",
                "heliograph-search-writer/password",
                "heliograph-search-internal/username",
                "heliograph-search-internal/password",
                "heliograph-files-writer/access-key",
                "heliograph-files-writer/secret-key",
                "heliograph-keys/cursor-key",
                "heliograph-keys/person-key"),
            "reindex",
            Set.of(
                "heliograph-database/username",
                "heliograph-database/password",
                "heliograph-search-writer/username",
                "heliograph-search-writer/password",
                "heliograph-search-internal/username",
                "heliograph-search-internal/password",
                "heliograph-keys/cursor-key",
                "heliograph-keys/person-key"),
            "migrate",
            Set.of(
                "heliograph-database/username",
                "heliograph-database/password",
                "heliograph-database-owner/username",
                "heliograph-database-owner/password",
                "heliograph-keys/cursor-key")),
        held);
  }

  @Test
  void the_public_pods_do_not_know_the_internal_index() {
    Map<String, Set<String>> knowing = new TreeMap<>();
    county
        .pods()
        .forEach((component, pod) -> {
          Set<String> names = new TreeSet<>(secrets(pod).keySet());
          county.configuration(pod).forEach((key, value) -> names.add(key));
          names.removeIf(name ->
              !name.contains("INTERNAL") && !name.contains("OWNER") && !name.contains("MIGRATE"));
          knowing.put(component, names);
        });
    Set<String> internal =
        Set.of(
            "HELIOGRAPH_SEARCH_INTERNAL_URL",
            "HELIOGRAPH_SEARCH_INTERNAL_USER",
            "HELIOGRAPH_SEARCH_INTERNAL_PASSWORD");
    assertEquals(
        Map.of(
            "public",
            Set.of(),
            "staff",
            internal,
            "reindex",
            internal,
            "migrate",
            Set.of("HELIOGRAPH_DB_OWNER_USER", "HELIOGRAPH_DB_OWNER_PASSWORD")),
        knowing);
  }

  @Test
  void every_secret_is_documented_with_its_keys() throws IOException {
    String readme = Files.readString(Path.of("k8s/README.md"));
    Map<String, Set<String>> keys = new TreeMap<>();
    for (PodTemplateSpec pod : county.pods().values()) {
      for (String reference : secrets(pod).values()) {
        String[] parts = reference.split("/");
        keys.computeIfAbsent(parts[0], secret -> new TreeSet<>()).add(parts[1]);
      }
    }
    keys.forEach((secret, names) -> {
      String row =
          readme
              .lines()
              .filter(line -> line.strip().startsWith("| `" + secret + "`"))
              .findFirst()
              .orElse("no row: " + secret);
      names.forEach(
          name -> assertTrue(row.contains("`" + name + "`"), row + " does not name " + name));
    });
  }

  @Test
  void staff_and_public_pods_differ_only_in_name_and_credentials() {
    String publicPods = comparable("public");
    String staffPods = comparable("staff");
    assertTrue(publicPods.contains("HELIOGRAPH_DB_PASSWORD"));
    assertEquals(publicPods, staffPods);
  }

  private String comparable(String component) {
    Deployment deployment = county.named(Deployment.class, "heliograph-" + component);
    PodTemplateSpec pod = deployment.getSpec().getTemplate();
    Set<String> apart =
        Set.of(
            "HELIOGRAPH_SEARCH_INTERNAL_USER",
            "HELIOGRAPH_SEARCH_INTERNAL_PASSWORD",
            "HELIOGRAPH_PERSON_KEY");
    container(pod).getEnv().removeIf(variable -> apart.contains(variable.getName()));
    container(pod)
        .getEnvFrom()
        .removeIf(source -> source.getConfigMapRef().getName().equals("heliograph-staff"));
    deployment.getSpec().setReplicas(0);
    return deployment
        .toString()
        .replace("heliograph-search-writer", "heliograph-search-reader")
        .replace("heliograph-files-writer", "heliograph-files-reader")
        .replace("heliograph-" + component, "heliograph-COMPONENT")
        .replace(COMPONENT + "=" + component, COMPONENT + "=COMPONENT");
  }
}
