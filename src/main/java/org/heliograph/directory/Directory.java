package org.heliograph.directory;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;

/**
 * Looks up regions and organisations by code. They change rarely and protect nothing, so each pod
 * keeps what it has read for a few seconds; a renamed organisation is seen everywhere within that
 * time.
 */
@ApplicationScoped
public class Directory {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private final SessionFactory sessions;
  private final LoadingCache<String, Region> regions;
  private final LoadingCache<String, Organisation> organisations;

  public Directory(SessionFactory sessions) {
    this.sessions = sessions;
    regions = cache(50_000, codes -> load(Region.class, codes, region -> region.code));
    organisations =
        cache(10_000, codes -> load(Organisation.class, codes, organisation -> organisation.code));
  }

  private static <T> LoadingCache<String, T> cache(
      int size, Function<Set<? extends String>, Map<String, T>> load) {
    return Caffeine.newBuilder()
        .maximumSize(size)
        .expireAfterWrite(FRESH)
        .build(CacheLoader.<String, T>bulk(load::apply));
  }

  private <T> Map<String, T> load(
      Class<T> entity, Set<? extends String> codes, Function<T, String> code) {
    try (var session = sessions.openStatelessSession()) {
      List<T> rows =
          session
              .createSelectionQuery(
                  "from " + entity.getSimpleName() + " where code in :codes", entity)
              .setParameterList("codes", List.copyOf(codes))
              .getResultList();
      return rows.stream().collect(Collectors.toMap(code, row -> row));
    }
  }

  public Optional<Region> region(String code) {
    return Optional.ofNullable(regions.get(code));
  }

  /**
   * The regions that exist among the codes, with one statement for those that are not known yet.
   */
  public Map<String, Region> regions(Collection<String> codes) {
    return regions.getAll(codes);
  }

  /** The organisation of that name in a division; where several share it, the first by code. */
  public Optional<Organisation> organisation(String region, String name) {
    try (var session = sessions.openStatelessSession()) {
      return session
          .createSelectionQuery(
              "from Organisation where region = :region and name = :name order by code",
              Organisation.class)
          .setParameter("region", region)
          .setParameter("name", name)
          .setMaxResults(1)
          .uniqueResultOptional();
    }
  }

  public Optional<Organisation> organisation(String code) {
    return Optional.ofNullable(organisations.get(code));
  }

  /**
   * The organisations that exist among the codes, with one statement for those that are not known
   * yet.
   */
  public Map<String, Organisation> organisations(Collection<String> codes) {
    return organisations.getAll(codes);
  }

  /** Forgets everything, so that this pod sees a change at once. */
  public void refresh() {
    regions.invalidateAll();
    organisations.invalidateAll();
  }
}
