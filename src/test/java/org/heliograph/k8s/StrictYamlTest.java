package org.heliograph.k8s;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that the reader refuses what the model classes alone would let pass. */
class StrictYamlTest {
  @Test
  void a_duplicate_key_is_refused() {
    String message = refused("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  name: b\n");
    assertTrue(message.contains("duplicate key"), message);
  }

  @Test
  void an_unknown_field_is_refused_at_any_depth() {
    String message =
        refused(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: a
            spec:
              template:
                spec:
                  containers:
                    - name: c
                      livenesProbe: {}
            """);
    assertTrue(
        message.contains("spec.template.spec.containers[0] has unknown fields: [livenesProbe]"),
        message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8080", "true", "1.5"})
  void a_configuration_value_that_is_not_text_is_refused(String value) {
    String message =
        refused(
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  KEY: " + value + "\n");
    assertTrue(message.contains("Cannot coerce"), message);
  }

  @Test
  void a_quantity_that_is_none_is_refused() {
    String message =
        refused(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: a
            spec:
              template:
                spec:
                  containers:
                    - name: c
                      resources:
                        limits:
                          memory: 1Gib
            """);
    assertTrue(message.contains("limits.memory is not a quantity"), message);
  }

  private static String refused(String yaml) {
    RuntimeException refusal =
        assertThrows(
            RuntimeException.class,
            () -> StrictYaml.documents(yaml, "sample").forEach(StrictYaml::typed));
    return String.valueOf(refusal.getMessage());
  }
}
