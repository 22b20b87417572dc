package org.heliograph.k8s;

import static org.heliograph.k8s.CountyManifests.component;
import static org.heliograph.k8s.CountyManifests.container;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds the network policies to the ways that each pod needs, and to no other. */
class ManifestsNetworkTest {
  private final CountyManifests county = new CountyManifests();

  @Test
  void each_pod_reaches_the_servers_of_its_work_and_nothing_else() {
    ReachableNetwork network = new ReachableNetwork(county.all());
    Map<String, Set<String>> reached = new TreeMap<>();
    county
        .pods()
        .forEach((component, pod) ->
            reached.put(component, network.from(pod.getMetadata().getLabels())));
    String dns = "kube-system/kube-dns UDP 53, TCP 53";
    String postgresql = "192.0.2.10/32 TCP 5432";
    String elasticsearch = "heliograph.org/elasticsearch=true TCP 9200";
    String files = "heliograph.org/object-store=true TCP 9000";
    String keycloak = "192.0.2.20/32 TCP 443";
    assertEquals(
        Map.of(
            "public", Set.of(dns, postgresql, elasticsearch, files, keycloak),
            "staff", Set.of(dns, postgresql, elasticsearch, files, keycloak),
            "reindex", Set.of(dns, postgresql, elasticsearch),
            "migrate", Set.of(dns, postgresql)),
        reached);
  }

  @Test
  void only_the_ingress_controller_and_monitoring_reach_the_serving_pods() {
    ReachableNetwork network = new ReachableNetwork(county.all());
    Map<String, Set<String>> reachedBy = new TreeMap<>();
    county
        .pods()
        .forEach((component, pod) ->
            reachedBy.put(component, network.to(pod.getMetadata().getLabels())));
    Set<String> both =
        Set.of(
            "heliograph.org/ingress-controller=true TCP http",
            "heliograph.org/monitoring=true TCP http");
    assertEquals(
        Map.of("public", both, "staff", both, "reindex", Set.of(), "migrate", Set.of()), reachedBy);
  }

  @Test
  void every_configured_address_has_its_port_opened() {
    ReachableNetwork network = new ReachableNetwork(county.all());
    for (PodTemplateSpec pod : county.pods().values()) {
      boolean serves = container(pod).getArgs().equals(List.of("serve"));
      Set<String> reached = network.from(pod.getMetadata().getLabels());
      county
          .configuration(pod)
          .forEach((key, value) -> {
            boolean needed = key.endsWith("_URL") && (serves || key.equals("HELIOGRAPH_DB_URL"));
            if (needed) {
              int port = port(value);
              assertTrue(
                  reached.stream().anyMatch(way -> way.endsWith("TCP " + port)),
                  key + ": port " + port + " is closed");
            }
          });
    }
  }

  private static int port(String address) {
    URI uri = URI.create(address.replaceFirst("^jdbc:", ""));
    return uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
  }
}
