package org.heliograph.k8s;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Renders the part of kustomize that {@code k8s/} uses: resources, namespace, images, replicas and
 * strategic-merge patches of maps. Anything else is an error, so that nothing is ignored in
 * silence. A golden file made by kustomize itself holds it to the original.
 */
final class Kustomization {
  private static final Set<String> KNOWN =
      Set.of("apiVersion", "kind", "namespace", "resources", "images", "replicas", "patches");

  /** Lists that the API declares atomic: a patch replaces them whole. */
  private static final Set<String> ATOMIC = Set.of("NetworkPolicy.egress", "NetworkPolicy.ingress");

  private final Path directory;
  private final Map<String, Object> file;

  private Kustomization(Path directory) {
    this.directory = directory;
    this.file = StrictYaml.documents(directory.resolve("kustomization.yaml")).getFirst();
    for (String key : file.keySet()) {
      if (!KNOWN.contains(key)) {
        throw new IllegalArgumentException(
            directory + " uses " + key + ", which this renderer does not know");
      }
    }
  }

  static Kustomization in(Path directory) {
    return new Kustomization(directory);
  }

  /** The files and directories that it names. */
  List<Path> references() {
    List<Path> references = new ArrayList<>();
    this.<String>list("resources")
        .forEach(name -> references.add(directory.resolve(name).normalize()));
    this.<Map<String, Object>>list("patches").forEach(patch -> references.add(patchFile(patch)));
    return references;
  }

  List<Map<String, Object>> render() {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (String name : this.<String>list("resources")) {
      Path path = directory.resolve(name).normalize();
      objects.addAll(Files.isDirectory(path) ? in(path).render() : StrictYaml.documents(path));
    }
    for (Map<String, Object> patch : this.<Map<String, Object>>list("patches")) {
      for (Map<String, Object> change : StrictYaml.documents(patchFile(patch))) {
        merge(only(objects, identity(change)), change, String.valueOf(change.get("kind")));
      }
    }
    for (Map<String, Object> replicas : this.<Map<String, Object>>list("replicas")) {
      map(only(objects, "Deployment " + replicas.get("name")), "spec")
          .put("replicas", replicas.get("count"));
    }
    for (Map<String, Object> image : this.<Map<String, Object>>list("images")) {
      if (replaceImage(objects, image) == 0) {
        throw new IllegalArgumentException("no container has the image " + image.get("name"));
      }
    }
    Object namespace = file.get("namespace");
    if (namespace != null) {
      objects.stream()
          .filter(object -> !"Namespace".equals(object.get("kind")))
          .forEach(object -> map(object, "metadata").put("namespace", namespace));
    }
    return objects;
  }

  static String identity(Map<String, Object> object) {
    return object.get("kind") + " " + map(object, "metadata").get("name");
  }

  private static Map<String, Object> only(List<Map<String, Object>> objects, String identity) {
    List<Map<String, Object>> found =
        objects.stream().filter(object -> identity(object).equals(identity)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          found.size() + " objects are named " + identity + ", one was expected");
    }
    return found.getFirst();
  }

  private Path patchFile(Map<String, Object> patch) {
    if (!patch.keySet().equals(Set.of("path"))) {
      throw new IllegalArgumentException("a patch names one file by path: " + patch);
    }
    return directory.resolve(String.valueOf(patch.get("path"))).normalize();
  }

  private static void merge(Map<String, Object> target, Map<String, Object> change, String kind) {
    change.forEach((key, value) -> {
      Object present = target.get(key);
      if (present instanceof Map && value instanceof Map) {
        merge(map(target, key), map(change, key), kind);
      } else if (value == null) {
        target.remove(key);
      } else if (value instanceof List && !ATOMIC.contains(kind + "." + key)) {
        throw new IllegalArgumentException(
            "merging the list " + key + " of a " + kind + " is not known here");
      } else {
        target.put(key, value);
      }
    });
  }

  private static int replaceImage(Object node, Map<String, Object> image) {
    int replaced = 0;
    if (node instanceof List<?> list) {
      for (Object entry : list) {
        replaced += replaceImage(entry, image);
      }
    } else if (node instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked")
      Map<String, Object> map = (Map<String, Object>) node;
      for (Map.Entry<String, Object> entry : map.entrySet()) {
        if (entry.getKey().equals("image") && entry.getValue().equals(image.get("name"))) {
          entry.setValue(image.get("newName") + ":" + image.get("newTag"));
          replaced++;
        } else {
          replaced += replaceImage(entry.getValue(), image);
        }
      }
    }
    return replaced;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    return (Map<String, Object>)
        parent.computeIfAbsent(key, absent -> new LinkedHashMap<String, Object>());
  }

  @SuppressWarnings("unchecked")
  private <T> List<T> list(String key) {
    return (List<T>) file.getOrDefault(key, List.of());
  }
}
