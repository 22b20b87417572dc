package org.heliograph.portal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.heliograph.directory.NameSource;
import org.heliograph.portal.NameIndex.Entry;

/** Keeps the index of names fresh: it is read again in the background, nobody waits for it. */
@ApplicationScoped
class Names {
  private static final String ALL = "all";
  private final LoadingCache<String, NameIndex> index;

  Names(@All List<NameSource> sources, PortalConfig config) {
    index =
        Caffeine.newBuilder()
            .refreshAfterWrite(config.namesFresh())
            .build(all -> new NameIndex(read(sources)));
  }

  private static List<Entry> read(List<NameSource> sources) {
    return sources.stream()
        .flatMap(source -> source.names().stream().map(name -> new Entry(source.kind(), name)))
        .toList();
  }

  NameIndex now() {
    return index.get(ALL);
  }
}
