package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The points in time that one tier's readers hold open on this pod. They cost the cluster memory
 * and disk: short-lived, and never more than a bound; whoever was idle longest loses theirs first.
 */
final class PagingContexts {
  private static final Logger LOG = Logger.getLogger(PagingContexts.class);
  private final Cluster cluster;
  private final SearchConfig.PointsInTime bounds;
  private final Clock clock;
  private final Map<String, Instant> open = new LinkedHashMap<>(16, .75f, true);

  PagingContexts(Cluster cluster, SearchConfig.PointsInTime bounds, Clock clock) {
    this.cluster = cluster;
    this.bounds = bounds;
    this.clock = clock;
  }

  /** Opens one over the aliases. */
  String open(List<String> aliases) {
    String id =
        cluster.call(client ->
            client.openPointInTime(pit -> pit.index(aliases).keepAlive(keepAlive())).id());
    used(id, id);
    return id;
  }

  /** Notes that a page was read; the cluster may have given the context a new name. */
  void used(String before, String after) {
    List<String> surplus = new ArrayList<>();
    synchronized (open) {
      Instant now = clock.instant();
      open.remove(before);
      open.put(after, now.plus(bounds.keepAlive()));
      open.values().removeIf(until -> until.isBefore(now));
      Iterator<String> idle = open.keySet().iterator();
      while (open.size() > bounds.most()) {
        surplus.add(idle.next());
        idle.remove();
      }
    }
    surplus.forEach(this::close);
  }

  int size() {
    synchronized (open) {
      return open.size();
    }
  }

  Time keepAlive() {
    Duration keep = bounds.keepAlive();
    return Time.of(t -> t.time(keep.toMillis() + "ms"));
  }

  private void close(String id) {
    try {
      cluster.call(client -> client.closePointInTime(close -> close.id(id)));
    } catch (RuntimeException e) {
      // it ends by itself soon
      LOG.debugf("a point in time could not be closed: %s", e.getMessage());
    }
  }
}
