package org.heliograph.search;

import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.heliograph.record.RecordTypes;
import org.heliograph.search.IndexRegistry.Entry;
import org.heliograph.search.IndexRegistry.State;
import org.heliograph.shared.RecordKind;
import org.jboss.logging.Logger;

/**
 * The indices behind the aliases: creates what is missing, rebuilds beside what has another
 * mapping, swaps without a gap.
 */
@ApplicationScoped
public class IndexCatalog {
  private static final Logger LOG = Logger.getLogger(IndexCatalog.class);
  private static final long GRACE_MILLIS = 1_000;
  private final Clusters clusters;
  private final Mappings mappings;
  private final IndexRegistry registry;
  private final Rebuild rebuild;
  private final SearchConfig config;
  private final RecordTypes types;

  IndexCatalog(
      Clusters clusters,
      Mappings mappings,
      IndexRegistry registry,
      Rebuild rebuild,
      SearchConfig config,
      RecordTypes types) {
    this.clusters = clusters;
    this.mappings = mappings;
    this.registry = registry;
    this.rebuild = rebuild;
    this.config = config;
    this.types = types;
  }

  /** The alias that searches of a kind and tier use. */
  String alias(RecordKind kind, Tier tier) {
    return config.prefix() + "-" + kind.slug() + "-" + tier.slug();
  }

  /**
   * Brings all kinds to where aliases point to indices with today's mappings. False when another
   * process is at it.
   */
  boolean ensure(Collection<RecordKind> kinds) {
    return registry.alone(() -> kinds.forEach(kind -> ensure(kind, false)));
  }

  /**
   * Builds both tiers of a kind anew beside the old ones and swaps. Searches notice nothing.
   *
   * @return how many records it read; empty when another process is building: try again later
   */
  public OptionalLong reindex(RecordKind kind) {
    var read = new AtomicLong();
    return registry.alone(() -> read.set(ensure(kind, true)))
        ? OptionalLong.of(read.get())
        : OptionalLong.empty();
  }

  /** The kinds that have indices. */
  public Set<RecordKind> kinds() {
    return types.kinds();
  }

  private long ensure(RecordKind kind, boolean anew) {
    List<Entry> entries = registry.entries(kind);
    var stale = new ArrayList<Entry>();
    var missing = new EnumMap<Tier, Integer>(Tier.class);
    for (Tier tier : Tier.values()) {
      Optional<String> serving = serving(kind, tier);
      Entry current = null;
      for (Entry entry : entries) {
        if (entry.tier() != tier) {
          continue;
        }
        if (serving.isPresent() && serving.get().equals(entry.name())) {
          current = entry;
        } else {
          stale.add(entry);
        }
      }
      if (current != null && current.state() == State.BUILDING) {
        // its builder died between the swap and the note of it
        registry.activate(current);
      }
      if (anew || current == null || !current.digest().equals(mappings.digest(kind, tier))) {
        missing.put(tier, next(kind, tier));
      }
    }
    stale.forEach(this::drop);
    return missing.isEmpty() ? 0 : build(kind, missing);
  }

  private long build(RecordKind kind, Map<Tier, Integer> numbers) {
    var fresh = new ArrayList<Entry>();
    numbers.forEach((tier, number) -> {
      String name = String.format(Locale.ROOT, "%s-%06d", alias(kind, tier), number);
      var entry = new Entry(name, kind, tier, State.BUILDING, mappings.digest(kind, tier));
      create(entry);
      registry.begin(entry);
      fresh.add(entry);
    });
    // from here on every relay writes to the new ones too; what was committed before is read now
    long records = rebuild.fill(kind, fresh);
    var replaced = new EnumMap<Tier, String>(Tier.class);
    for (Entry entry : fresh) {
      swap(entry).ifPresent(old -> replaced.put(entry.tier(), old));
      registry.activate(entry);
      LOG.infof("%s serves with %d records", entry.name(), records);
    }
    if (!replaced.isEmpty()) {
      rest();
      replaced.forEach(this::delete);
    }
    return records;
  }

  /** A search that has resolved the alias already still reads the old index. */
  private static void rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void create(Entry entry) {
    clusters
        .writing(entry.tier())
        .call(client ->
            client
                .indices()
                .create(index ->
                    index
                        .withJson(new StringReader(mappings.body(entry.kind(), entry.tier())))
                        .index(entry.name())
                        .aliases(entry.writeAlias(), alias -> alias)));
  }

  /** Points the alias at the new index in one step. */
  private Optional<String> swap(Entry entry) {
    String alias = alias(entry.kind(), entry.tier());
    Optional<String> old = serving(entry.kind(), entry.tier());
    var actions = new ArrayList<Action>();
    actions.add(Action.of(a -> a.add(add -> add.index(entry.name()).alias(alias))));
    old.ifPresent(
        name -> actions.add(Action.of(a -> a.remove(remove -> remove.index(name).alias(alias)))));
    clusters
        .writing(entry.tier())
        .call(client -> {
          client.indices().refresh(refresh -> refresh.index(entry.name()));
          return client.indices().updateAliases(update -> update.actions(actions));
        });
    return old;
  }

  private Optional<String> serving(RecordKind kind, Tier tier) {
    String alias = alias(kind, tier);
    return clusters
        .writing(tier)
        .call(client -> {
          if (!client.indices().existsAlias(exists -> exists.name(alias)).value()) {
            return Optional.empty();
          }
          return client.indices().getAlias(get -> get.name(alias)).aliases().keySet().stream()
              .findFirst();
        });
  }

  private int next(RecordKind kind, Tier tier) {
    String stem = alias(kind, tier) + "-";
    Set<String> names =
        clusters
            .writing(tier)
            .call(client -> client.indices().get(get -> get.index(stem + "*")).indices().keySet());
    return 1
        + names.stream()
            .map(name -> name.substring(stem.length()))
            .filter(number -> number.matches("[0-9]{6}"))
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
  }

  private void drop(Entry entry) {
    registry.remove(entry);
    delete(entry.tier(), entry.name());
  }

  private void delete(Tier tier, String name) {
    clusters
        .writing(tier)
        .call(client -> client.indices().delete(d -> d.index(name).ignoreUnavailable(true)));
  }
}
