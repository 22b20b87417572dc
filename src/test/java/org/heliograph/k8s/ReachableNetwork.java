package org.heliograph.k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the network policies together allow a pod with given labels: policies add up, and a pod that
 * none selects is open to all.
 */
final class ReachableNetwork {
  private final List<NetworkPolicy> policies;

  ReachableNetwork(List<HasMetadata> objects) {
    policies =
        objects.stream()
            .filter(NetworkPolicy.class::isInstance)
            .map(NetworkPolicy.class::cast)
            .toList();
  }

  Set<String> from(Map<String, String> labels) {
    Set<String> ways = new TreeSet<>();
    for (NetworkPolicy policy : selecting(labels, "Egress")) {
      policy
          .getSpec()
          .getEgress()
          .forEach(rule -> ways.addAll(ways(rule.getTo(), rule.getPorts())));
    }
    return ways;
  }

  Set<String> to(Map<String, String> labels) {
    Set<String> ways = new TreeSet<>();
    for (NetworkPolicy policy : selecting(labels, "Ingress")) {
      policy
          .getSpec()
          .getIngress()
          .forEach(rule -> ways.addAll(ways(rule.getFrom(), rule.getPorts())));
    }
    return ways;
  }

  private List<NetworkPolicy> selecting(Map<String, String> labels, String direction) {
    Predicate<NetworkPolicy> selects =
        policy ->
            policy.getSpec().getPolicyTypes().contains(direction)
                && matches(policy.getSpec().getPodSelector(), labels);
    List<NetworkPolicy> selecting = policies.stream().filter(selects).toList();
    if (selecting.isEmpty()) {
      throw new AssertionError(
          "no " + direction + " policy selects the pod " + labels + ": it is open to all");
    }
    return selecting;
  }

  private static boolean matches(LabelSelector selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
        && selector.getMatchExpressions().stream()
            .allMatch(requirement -> matches(requirement, labels));
  }

  private static boolean matches(LabelSelectorRequirement requirement, Map<String, String> labels) {
    if (!requirement.getOperator().equals("In")) {
      throw new IllegalArgumentException(
          "the operator " + requirement.getOperator() + " is not known here");
    }
    return requirement.getValues().contains(labels.get(requirement.getKey()));
  }

  private static Set<String> ways(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
    if (peers.isEmpty() || ports.isEmpty()) {
      throw new AssertionError("a rule without peers or ports opens everything");
    }
    String opened = ports.stream().map(ReachableNetwork::port).collect(Collectors.joining(", "));
    return peers.stream().map(peer -> peer(peer) + " " + opened).collect(Collectors.toSet());
  }

  private static String port(NetworkPolicyPort port) {
    Object number =
        port.getPort().getStrVal() == null
            ? port.getPort().getIntVal()
            : port.getPort().getStrVal();
    return port.getProtocol() + " " + number;
  }

  private static String peer(NetworkPolicyPeer peer) {
    if (peer.getIpBlock() != null) {
      return peer.getIpBlock().getCidr();
    }
    Map<String, String> namespace = peer.getNamespaceSelector().getMatchLabels();
    if (namespace.size() != 1) {
      throw new AssertionError("a peer is told by one label of its namespace: " + peer);
    }
    Map.Entry<String, String> label = namespace.entrySet().iterator().next();
    return peer.getPodSelector() == null
        ? label.getKey() + "=" + label.getValue()
        : label.getValue() + "/" + peer.getPodSelector().getMatchLabels().get("k8s-app");
  }
}
