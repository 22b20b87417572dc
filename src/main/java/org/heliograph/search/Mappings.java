package org.heliograph.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.FieldClass;

/** Reads {@code search-mappings/} and derives both tiers of a kind from them. */
@ApplicationScoped
class Mappings {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern COPIES = Pattern.compile("[0-9]{1,2}(-([0-9]{1,2}|all))?");
  private static final int SEGMENTS = 4;
  private final SearchConfig config;

  Mappings(SearchConfig config) {
    if (!COPIES.matcher(config.replicas()).matches()) {
      throw new IllegalStateException(
          "heliograph.search.replicas takes a number of copies, or a range such as 0-1 or 0-all");
    }
    this.config = config;
  }

  /** The body that creates an index, without its aliases. */
  String body(RecordKind kind, Tier tier) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode settings = root.putObject("settings");
    settings.setAll(analysis());
    settings
        .put("number_of_shards", 1)
        .put("refresh_interval", config.refreshInterval().toMillis() + "ms")
        // counting by titles opens their dictionary once per segment: far more is read than written
        .put("merge.policy.segments_per_tier", SEGMENTS);
    String replicas = config.replicas();
    if (replicas.contains("-")) {
      // 0-1: a copy where there is a second node, a green single node where there is none
      settings.put("auto_expand_replicas", replicas);
    } else {
      settings.put("number_of_replicas", Integer.parseInt(replicas));
    }
    ObjectNode mappings = root.putObject("mappings");
    mappings.put("dynamic", "strict");
    // as long again as a title's record, and nothing ever reads them back
    mappings
        .putObject("_source")
        .putArray("excludes")
        .add(Titles.TYPED)
        .add(Titles.SOUNDS)
        .add(Titles.BEGINS);
    mappings.set("properties", properties(kind, tier));
    return root.toString();
  }

  /** Changes when the mapping or the analysis does. */
  String digest(RecordKind kind, Tier tier) {
    try {
      byte[] text =
          (analysis().toString() + properties(kind, tier)).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this JDK", e);
    }
  }

  /** The analyzers of the file, and the rules of the character filter that both begin with. */
  private static ObjectNode analysis() {
    var root = (ObjectNode) read("analysis");
    var rules =
        root.withObject("/analysis/char_filter/one_form")
            .put("type", "mapping")
            .putArray("mappings");
    OneForm.rules().forEach(rules::add);
    return root;
  }

  /** The names of the fields that a tier's documents may have. */
  Set<String> fields(RecordKind kind, Tier tier) {
    var names = new TreeSet<String>();
    properties(kind, tier).fieldNames().forEachRemaining(names::add);
    return names;
  }

  static ObjectNode properties(RecordKind kind, Tier tier) {
    ObjectNode all = JSON.createObjectNode();
    for (String file : new String[] {"common", kind.slug()}) {
      for (Map.Entry<String, JsonNode> field : read(file).get("properties").properties()) {
        String fieldClass = field.getValue().path("meta").path("class").asText();
        if (tier.holds(FieldClass.valueOf(fieldClass))) {
          all.set(field.getKey(), field.getValue());
        }
      }
    }
    return all;
  }

  private static JsonNode read(String name) {
    String path = "/search-mappings/" + name + ".json";
    try (InputStream in = Mappings.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing: every record kind needs a mapping");
      }
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
