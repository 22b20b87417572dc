package org.heliograph.portal.saved;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.heliograph.graphql.Tombstone;
import org.heliograph.graphql.WithdrawalView;
import org.heliograph.portal.feed.FeedConfig;
import org.heliograph.portal.feed.RecordPages;
import org.heliograph.record.Lookup;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordChange;
import org.heliograph.record.RecordType;
import org.heliograph.record.RecordTypes;
import org.heliograph.record.Telling;
import org.heliograph.shared.ChangeKind;
import org.heliograph.shared.Channel;
import org.heliograph.shared.RecordKind;
import org.heliograph.shared.Stage;
import org.heliograph.store.Deliveries;
import org.heliograph.store.Deliveries.Delivery;
import org.heliograph.store.RecordStore;
import org.heliograph.visibility.Viewer;
import org.heliograph.visibility.VisibilityPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery says of its records: read anew, as the public sees them now. A record that the
 * public does not see any more is left out; of a withdrawal only those learn who were told of the
 * record before, and no more than its tombstone says.
 */
@ApplicationScoped
class ToldRecords {
  private final RecordTypes types;
  private final RecordStore store;
  private final Deliveries deliveries;
  private final RecordPages pages;
  private final Clock clock;
  private final String base;

  ToldRecords(
      RecordTypes types,
      RecordStore store,
      Deliveries deliveries,
      RecordPages pages,
      FeedConfig feeds,
      Clock clock,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.types = types;
    this.store = store;
    this.deliveries = deliveries;
    this.pages = pages;
    this.clock = clock;
    base = feeds.address().orElse("http://localhost:" + port);
  }

  /** The address of this service, without a slash at the end. */
  String base() {
    return base;
  }

  /**
   * A change as it is told.
   *
   * @param code null of a record that is not readable any more
   * @param withdrawal null of a record that is public
   */
  record Item(
      RecordChange change,
      @Nullable String code,
      @Nullable String title,
      @Nullable String changeNote,
      String link,
      @Nullable WithdrawalView withdrawal) {}

  /**
   * What a delivery has to say now. It is noted first: whoever withdraws a record after it was read
   * here finds noted who is to learn of that.
   */
  List<Item> of(Delivery delivery, Channel channel) {
    Telling telling = delivery.telling();
    RecordKind kind = telling.kind();
    UUID search = delivery.savedSearch();
    if (telling.change() == ChangeKind.WITHDRAWN) {
      Set<Long> known = deliveries.told(search, channel, kind, telling.records());
      return items(telling.only(telling.records().stream().filter(known::contains).toList()));
    }
    var visible = items(telling).stream().map(item -> item.change().recordId()).toList();
    if (visible.isEmpty()) {
      return List.of();
    }
    deliveries.tell(search, channel, kind, visible);
    return items(telling.only(visible));
  }

  private List<Item> items(Telling telling) {
    if (telling.records().isEmpty()) {
      return List.of();
    }
    var viewer = Viewer.anonymous(clock.instant()).notBefore(telling.at());
    return telling.change() == ChangeKind.WITHDRAWN
        ? withdrawn(types.of(telling.kind()), telling, viewer)
        : published(types.of(telling.kind()), telling, viewer);
  }

  private <E extends PublicRecord> List<Item> published(
      RecordType<E> type, Telling telling, Viewer viewer) {
    Map<Long, E> rows =
        store.byRecordIds(type, telling.records(), VisibilityPolicy.of(type.kind(), viewer));
    var items = new ArrayList<Item>();
    for (long record : telling.records()) {
      E row = rows.get(record);
      if (row != null) {
        items.add(readable(telling.of(record), row, false));
      }
    }
    return items;
  }

  private <E extends PublicRecord> List<Item> withdrawn(
      RecordType<E> type, Telling telling, Viewer viewer) {
    var items = new ArrayList<Item>();
    for (long record : telling.records()) {
      RecordChange change = telling.of(record);
      switch (store.find(type, change.ref(), viewer)) {
        case Lookup.Found<E> found when found.row().stage == Stage.WITHDRAWN ->
            items.add(readable(change, found.row(), true));
        case Lookup.Tombstone<E> gone ->
            items.add(
                new Item(
                    change,
                    null,
                    null,
                    null,
                    pages.answer(change.ref().globalId(), base),
                    Tombstone.of(gone.row()).getWithdrawal()));
        case Lookup.Found<E> found -> {}
        case Lookup.Nothing<E> nothing -> {}
      }
    }
    return items;
  }

  private Item readable(RecordChange change, PublicRecord row, boolean withdrawal) {
    var name = new RecordPages.Name(row.ref().globalId(), row.kind(), row.code, row.organisation);
    return new Item(
        change,
        row.code,
        row.title,
        change.change() == ChangeKind.CORRECTED ? row.changeNote : null,
        pages.of(name, base),
        withdrawal ? Tombstone.of(row).getWithdrawal() : null);
  }
}
