package org.heliograph.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The county overlay as typed objects, and how its parts are found. */
final class CountyManifests {
  static final String COMPONENT = "app.kubernetes.io/component";
  static final Path DIRECTORY = Path.of("k8s/overlays/county");

  private final List<HasMetadata> all =
      Kustomization.in(DIRECTORY).render().stream().map(StrictYaml::typed).toList();

  List<HasMetadata> all() {
    return all;
  }

  <T extends HasMetadata> List<T> objects(Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T extends HasMetadata> T named(Class<T> type, String name) {
    return objects(type).stream()
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + type.getSimpleName() + " " + name));
  }

  /** The pod templates by component. */
  Map<String, PodTemplateSpec> pods() {
    Map<String, PodTemplateSpec> pods = new TreeMap<>();
    objects(Deployment.class).forEach(deployment -> put(pods, deployment.getSpec().getTemplate()));
    objects(Job.class).forEach(job -> put(pods, job.getSpec().getTemplate()));
    objects(CronJob.class)
        .forEach(job -> put(pods, job.getSpec().getJobTemplate().getSpec().getTemplate()));
    return pods;
  }

  PodTemplateSpec pod(String component) {
    return Objects.requireNonNull(pods().get(component), () -> "no pod template is " + component);
  }

  /** A value that every pod gets. */
  String setting(String key) {
    return Objects.requireNonNull(named(ConfigMap.class, "heliograph").getData().get(key), key);
  }

  private static void put(Map<String, PodTemplateSpec> pods, PodTemplateSpec pod) {
    String component = pod.getMetadata().getLabels().getOrDefault(COMPONENT, "none");
    assertNull(pods.put(component, pod), "two pod templates are " + component);
  }

  /** The only container of a pod. */
  static Container container(PodTemplateSpec pod) {
    assertEquals(1, pod.getSpec().getContainers().size());
    assertTrue(pod.getSpec().getInitContainers().isEmpty());
    return pod.getSpec().getContainers().getFirst();
  }

  static String component(HasMetadata object) {
    return object.getMetadata().getLabels().getOrDefault(COMPONENT, "none");
  }

  static String identity(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }

  /** Environment variable → secret/key. */
  static Map<String, String> secrets(PodTemplateSpec pod) {
    Map<String, String> secrets = new TreeMap<>();
    for (EnvVar variable : container(pod).getEnv()) {
      SecretKeySelector reference = variable.getValueFrom().getSecretKeyRef();
      secrets.put(variable.getName(), reference.getName() + "/" + reference.getKey());
    }
    return secrets;
  }

  /** What a pod's config maps set. */
  Map<String, String> configuration(PodTemplateSpec pod) {
    Map<String, String> configuration = new TreeMap<>();
    container(pod)
        .getEnvFrom()
        .forEach(source ->
            configuration.putAll(
                named(ConfigMap.class, source.getConfigMapRef().getName()).getData()));
    return configuration;
  }

  /** The components whose pods a selector finds. */
  Set<String> selected(Map<String, String> selector) {
    assertFalse(selector.isEmpty());
    return pods().entrySet().stream()
        .filter(pod ->
            pod.getValue().getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  static List<HTTPIngressPath> paths(Ingress ingress) {
    return ingress.getSpec().getRules().stream()
        .flatMap(rule -> rule.getHttp().getPaths().stream())
        .toList();
  }
}
