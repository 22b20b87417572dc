package org.heliograph.k8s;

import static org.heliograph.k8s.CountyManifests.component;
import static org.heliograph.k8s.CountyManifests.container;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds every pod to the restricted profile, its resources, its probes and an orderly end. */
class ManifestsPodsTest {
  private final CountyManifests county = new CountyManifests();

  @Test
  void every_pod_meets_the_restricted_profile() {
    assertEquals(Set.of("public", "staff", "migrate", "reindex"), county.pods().keySet());
    county
        .pods()
        .forEach((component, pod) -> {
          PodSpec spec = pod.getSpec();
          Container container = container(pod);
          assertAll(
              component,
              () -> assertEquals(false, spec.getAutomountServiceAccountToken()),
              () -> assertEquals(true, spec.getSecurityContext().getRunAsNonRoot()),
              () -> assertTrue(spec.getSecurityContext().getRunAsUser() > 0),
              () ->
                  assertEquals(
                      "RuntimeDefault", spec.getSecurityContext().getSeccompProfile().getType()),
              () -> assertTrue(spec.getHostNetwork() == null && spec.getHostPID() == null),
              () ->
                  assertEquals(false, container.getSecurityContext().getAllowPrivilegeEscalation()),
              () -> assertEquals(true, container.getSecurityContext().getReadOnlyRootFilesystem()),
              () ->
                  assertEquals(
                      List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop()),
              () -> assertTrue(container.getSecurityContext().getCapabilities().getAdd().isEmpty()),
              () -> assertEquals("/tmp", container.getVolumeMounts().getFirst().getMountPath()),
              () -> assertEquals(1, spec.getVolumes().size()),
              () -> assertTrue(spec.getVolumes().getFirst().getEmptyDir().getSizeLimit() != null));
        });
  }

  @Test
  void every_pod_names_its_resources_and_gets_the_memory_it_may_use() {
    county
        .pods()
        .forEach((component, pod) -> {
          Map<String, Quantity> requests = container(pod).getResources().getRequests();
          Map<String, Quantity> limits = container(pod).getResources().getLimits();
          assertEquals(Set.of("cpu", "memory", "ephemeral-storage"), requests.keySet(), component);
          assertEquals(Set.of("cpu", "memory", "ephemeral-storage"), limits.keySet(), component);
          assertEquals(limits.get("memory"), requests.get("memory"), component);
          limits.forEach((resource, limit) ->
              assertTrue(
                  limit.getNumericalAmount().compareTo(amount(requests, resource)) >= 0,
                  component + " " + resource));
        });
  }

  @Test
  void serving_pods_are_probed_at_the_health_endpoints() {
    for (Deployment deployment : county.objects(Deployment.class)) {
      Container container = container(deployment.getSpec().getTemplate());
      assertEquals("/q/health/started", probed(container.getStartupProbe()));
      assertEquals("/q/health/ready", probed(container.getReadinessProbe()));
      assertEquals("/q/health/live", probed(container.getLivenessProbe()));
    }
  }

  @Test
  void a_pod_that_ends_finishes_its_requests_first() {
    String timeout = county.setting("QUARKUS_SHUTDOWN_TIMEOUT");
    long inFlight = Long.parseLong(timeout.replaceFirst("s$", ""));
    for (Deployment deployment : county.objects(Deployment.class)) {
      PodTemplateSpec pod = deployment.getSpec().getTemplate();
      long pause = container(pod).getLifecycle().getPreStop().getSleep().getSeconds();
      assertTrue(pod.getSpec().getTerminationGracePeriodSeconds() > pause + inFlight);
    }
  }

  @Test
  void a_drained_node_or_a_rollout_never_takes_the_last_pod() {
    for (Deployment deployment : county.objects(Deployment.class)) {
      String name = deployment.getMetadata().getName();
      assertTrue(deployment.getSpec().getReplicas() >= 2, name);
      assertEquals(
          new IntOrString(0),
          deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable());
      assertEquals(
          new IntOrString(1),
          county.named(PodDisruptionBudget.class, name).getSpec().getMaxUnavailable());
      assertFalse(
          deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints().isEmpty());
    }
  }

  @Test
  void each_pod_runs_the_command_of_its_component() {
    Map<String, List<String>> commands = new TreeMap<>();
    county.pods().forEach((component, pod) -> commands.put(component, container(pod).getArgs()));
    assertEquals(
        Map.of(
            "public", List.of("serve"),
            "staff", List.of("serve"),
            "migrate", List.of("migrate"),
            "reindex", List.of("reindex")),
        commands);
    assertEquals(true, county.objects(CronJob.class).getFirst().getSpec().getSuspend());
  }

  @Test
  void pods_run_as_the_user_of_the_image() throws IOException {
    String user = ContainerfileTest.instruction("USER");
    for (PodTemplateSpec pod : county.pods().values()) {
      PodSpec spec = pod.getSpec();
      assertEquals(
          user,
          spec.getSecurityContext().getRunAsUser()
              + ":"
              + spec.getSecurityContext().getRunAsGroup());
    }
  }

  private static BigDecimal amount(Map<String, Quantity> resources, String resource) {
    return Objects.requireNonNull(resources.get(resource), resource).getNumericalAmount();
  }

  private static String probed(Probe probe) {
    assertEquals(new IntOrString("http"), probe.getHttpGet().getPort());
    return probe.getHttpGet().getPath();
  }
}
