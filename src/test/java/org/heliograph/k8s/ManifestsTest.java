package org.heliograph.k8s;

import static org.heliograph.k8s.CountyManifests.component;
import static org.heliograph.k8s.CountyManifests.container;
import static org.heliograph.k8s.CountyManifests.identity;
import static org.heliograph.k8s.CountyManifests.paths;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the files to kustomize and the Kubernetes types, and the objects to each other. */
class ManifestsTest {
  private static final Path K8S = Path.of("k8s");
  private static final Path BASE = K8S.resolve("base");
  private static final Path COUNTY = CountyManifests.DIRECTORY;
  private static final String PHASE = "heliograph.org/phase";

  private final CountyManifests county = new CountyManifests();

  @Test
  void every_file_is_named_by_a_kustomization_and_every_name_exists() throws IOException {
    Set<Path> named = new TreeSet<>();
    for (Path directory : List.of(BASE, COUNTY)) {
      named.add(directory.resolve("kustomization.yaml"));
      Kustomization.in(directory).references().stream()
          .peek(path -> assertTrue(Files.exists(path), path + " does not exist"))
          .filter(Files::isRegularFile)
          .forEach(named::add);
    }
    try (Stream<Path> files = Files.walk(K8S)) {
      Set<Path> present =
          files
              .filter(Files::isRegularFile)
              .filter(path -> !path.endsWith("README.md"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(present, named);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/county"})
  void every_manifest_and_every_patch_is_a_valid_object(String directory) {
    List<Path> manifests =
        Kustomization.in(K8S.resolve(directory)).references().stream()
            .filter(Files::isRegularFile)
            .toList();
    assertFalse(manifests.isEmpty());
    assertAll(
        manifests.stream()
            .map(file -> () -> StrictYaml.documents(file).forEach(StrictYaml::typed)));
  }

  @Test
  void the_renderer_agrees_with_kustomize() {
    Map<String, Object> golden =
        byIdentity(StrictYaml.documents(Path.of("src/test/resources/k8s/county.yaml")));
    assertEquals(golden, byIdentity(Kustomization.in(COUNTY).render()));
  }

  @Test
  void the_overlay_puts_every_object_into_its_namespace_once() {
    assertEquals(
        county.all().size(),
        county.all().stream().map(CountyManifests::identity).distinct().count());
    for (HasMetadata object : county.all()) {
      String namespace =
          object.getKind().equals("Namespace")
              ? object.getMetadata().getName()
              : object.getMetadata().getNamespace();
      assertEquals("heliograph-county", namespace, identity(object));
    }
  }

  @Test
  void what_the_migration_needs_is_applied_in_the_first_phase() {
    Map<String, Set<String>> phases = new TreeMap<>();
    for (HasMetadata object : county.all()) {
      phases
          .computeIfAbsent(
              object.getMetadata().getLabels().getOrDefault(PHASE, "none"),
              phase -> new TreeSet<>())
          .add(object.getKind());
    }
    assertEquals(
        Map.of(
            "prepare",
                Set.of(
                    "ConfigMap", "CronJob", "Job", "Namespace", "NetworkPolicy", "ServiceAccount"),
            "serve", Set.of("Deployment", "Ingress", "PodDisruptionBudget", "Service")),
        phases);
  }

  @Test
  void selectors_find_the_pods_they_mean() {
    for (Deployment deployment : county.objects(Deployment.class)) {
      String component = component(deployment);
      assertEquals(
          Set.of(component), county.selected(deployment.getSpec().getSelector().getMatchLabels()));
      deployment
          .getSpec()
          .getTemplate()
          .getSpec()
          .getTopologySpreadConstraints()
          .forEach(spread ->
              assertEquals(
                  Set.of(component), county.selected(spread.getLabelSelector().getMatchLabels())));
    }
    assertEquals(2, county.objects(Service.class).size());
    county
        .objects(Service.class)
        .forEach(service ->
            assertEquals(
                Set.of(component(service)), county.selected(service.getSpec().getSelector())));
    assertEquals(2, county.objects(PodDisruptionBudget.class).size());
    county
        .objects(PodDisruptionBudget.class)
        .forEach(budget ->
            assertEquals(
                Set.of(component(budget)),
                county.selected(budget.getSpec().getSelector().getMatchLabels())));
  }

  @Test
  void ports_lead_from_the_ingress_to_the_listening_service() {
    for (Ingress ingress : county.objects(Ingress.class)) {
      for (HTTPIngressPath path : paths(ingress)) {
        Service service = county.named(Service.class, path.getBackend().getService().getName());
        assertEquals(component(ingress), component(service));
        String port = path.getBackend().getService().getPort().getName();
        assertTrue(
            service.getSpec().getPorts().stream()
                .anyMatch(candidate -> candidate.getName().equals(port)));
      }
    }
    for (Service service : county.objects(Service.class)) {
      Container container = container(county.pod(component(service)));
      Map<String, Integer> listening =
          container.getPorts().stream()
              .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
      service
          .getSpec()
          .getPorts()
          .forEach(port -> assertTrue(listening.containsKey(port.getTargetPort().getStrVal())));
      String configured = county.setting("HELIOGRAPH_HTTP_PORT");
      assertEquals(Map.of("http", Integer.valueOf(configured)), listening);
    }
  }

  @Test
  void health_and_metrics_are_not_reachable_from_outside() {
    Map<String, List<String>> reachable = new TreeMap<>();
    county
        .objects(Ingress.class)
        .forEach(ingress ->
            reachable.put(
                ingress.getMetadata().getName(),
                paths(ingress).stream().map(HTTPIngressPath::getPath).toList()));
    assertEquals(
        Map.of(
            "heliograph-public",
                List.of(
                    "/graphql", "/export", "/attachments", "/templates", "/dumps", "/q/graphql-ui"),
            "heliograph-staff", List.of("/graphql", "/export", "/attachments", "/templates")),
        reachable);
  }

  @Test
  void every_host_of_an_ingress_has_a_certificate() {
    for (Ingress ingress : county.objects(Ingress.class)) {
      Set<String> certified = new HashSet<>();
      ingress.getSpec().getTls().forEach(tls -> certified.addAll(tls.getHosts()));
      ingress
          .getSpec()
          .getRules()
          .forEach(rule -> assertTrue(certified.contains(rule.getHost()), rule.getHost()));
    }
  }

  @Test
  void referenced_configuration_and_accounts_exist() {
    Set<String> present =
        county.all().stream().map(CountyManifests::identity).collect(Collectors.toSet());
    for (PodTemplateSpec pod : county.pods().values()) {
      assertTrue(present.contains("ServiceAccount " + pod.getSpec().getServiceAccountName()));
      container(pod)
          .getEnvFrom()
          .forEach(source ->
              assertTrue(present.contains("ConfigMap " + source.getConfigMapRef().getName())));
    }
  }

  private static Map<String, Object> byIdentity(List<Map<String, Object>> documents) {
    Map<String, Object> byIdentity = new TreeMap<>();
    documents.forEach(document -> byIdentity.put(Kustomization.identity(document), document));
    assertEquals(documents.size(), byIdentity.size());
    return byIdentity;
  }
}
