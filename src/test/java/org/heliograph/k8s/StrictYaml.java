package org.heliograph.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads manifests as the API server does with strict field validation: a duplicate key, an unknown
 * field and a value of the wrong type are refused. The model classes alone would keep an unknown
 * field in {@code additionalProperties} and turn a number into a string.
 */
final class StrictYaml {
  /** The kinds in use. A further one is added here on purpose. */
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.ofEntries(
          Map.entry("v1 Namespace", Namespace.class),
          Map.entry("v1 ServiceAccount", ServiceAccount.class),
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("v1 Service", Service.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("batch/v1 Job", Job.class),
          Map.entry("batch/v1 CronJob", CronJob.class),
          Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class));

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private StrictYaml() {}

  /** Every document of a file as plain maps; a duplicate key is an error. */
  static List<Map<String, Object>> documents(Path file) {
    try {
      return documents(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file, e);
    }
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> documents(String yaml, String label) {
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(false).setLabel(label).build();
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : new Load(settings).loadAllFromString(yaml)) {
      if (!(document instanceof Map)) {
        throw new IllegalArgumentException(
            label + " holds a document that is not a mapping: remove the empty one");
      }
      documents.add((Map<String, Object>) document);
    }
    return documents;
  }

  /** The typed object of a document, or an error that names what is unknown or mistyped. */
  static HasMetadata typed(Map<String, Object> document) {
    String kind = document.get("apiVersion") + " " + document.get("kind");
    Class<? extends HasMetadata> type = KINDS.get(kind);
    if (type == null) {
      throw new IllegalArgumentException(
          kind + " is not one of the kinds in use: " + KINDS.keySet());
    }
    try {
      HasMetadata object = JSON.readValue(JSON.writeValueAsString(document), type);
      refuseUnknown(object, kind + " " + object.getMetadata().getName());
      return object;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(kind + ": " + e.getOriginalMessage(), e);
    }
  }

  private static void refuseUnknown(@Nullable Object value, String at) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        refuseUnknown(list.get(i), at + "[" + i + "]");
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> refuseUnknown(entry, at + "." + key));
    } else if (value instanceof Quantity quantity) {
      refuseUnreadable(quantity, at);
    } else if (value != null
        && value.getClass().getName().startsWith("io.fabric8.kubernetes.api.model.")) {
      refuseUnknownIn(value, at);
    }
  }

  private static void refuseUnreadable(Quantity quantity, String at) {
    try {
      Quantity.getAmountInBytes(quantity);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(at + " is not a quantity: " + quantity, e);
    }
  }

  private static void refuseUnknownIn(Object bean, String at) {
    for (Class<?> type = bean.getClass();
        type != null && type != Object.class;
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        Object value = read(field, bean);
        if (!field.getName().equals("additionalProperties")) {
          refuseUnknown(value, at + "." + field.getName());
        } else if (value instanceof Map<?, ?> unknown && !unknown.isEmpty()) {
          throw new IllegalArgumentException(at + " has unknown fields: " + unknown.keySet());
        }
      }
    }
  }

  private static @Nullable Object read(Field field, Object bean) {
    try {
      field.setAccessible(true);
      return field.get(bean);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + field, e);
    }
  }
}
