package org.heliograph.portal.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.heliograph.directory.RegionView;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordView;
import org.heliograph.graphql.RequestScope;
import org.heliograph.graphql.Selection;
import org.heliograph.portal.AskedSearch;
import org.heliograph.portal.HitViews;
import org.heliograph.search.RecordSearch;
import org.heliograph.search.SearchQuery.Slice;
import org.heliograph.shared.Sha256;
import org.heliograph.visibility.Viewer;

/** Makes feeds of searches. */
@ApplicationScoped
class Feeds {
  private static final Selection SELECTION = Selection.parse("{organisation{code} region{code}}");

  private final RecordSearch search;
  private final HitViews views;
  private final FeedConfig config;
  private final RecordPages pages;

  Feeds(RecordSearch search, HitViews views, FeedConfig config, RecordPages pages) {
    this.search = search;
    this.views = views;
    this.config = config;
    this.pages = pages;
  }

  /**
   * The newest records that a search finds.
   *
   * @param self the feed's own address
   * @param base the address of this service
   */
  Feed of(AskedSearch asked, Viewer viewer, String self, String base) {
    try (RequestScope scope = RequestScope.enter()) {
      var page =
          search.search(
              asked.newest().query(new Slice(config.entries(), null), false, true), viewer);
      var entries = new ArrayList<Feed.Entry>();
      for (RecordNode node : views.of(page.hits(), SELECTION, viewer)) {
        entries.add(entry((RecordView) node, base));
      }
      Instant updated =
          entries.stream()
              .map(Feed.Entry::updated)
              .max(Comparator.naturalOrder())
              .orElse(Instant.EPOCH);
      String id = "urn:heliograph:feed:" + Sha256.hex(self).substring(0, 32);
      return new Feed(id, title(asked), self, updated, entries);
    }
  }

  private static String title(AskedSearch asked) {
    var words = new ArrayList<String>();
    words.add("信息公开");
    if (!asked.text().isBlank()) {
      words.add(asked.text());
    }
    if (!asked.kinds().isEmpty()) {
      words.add(asked.kinds().stream().map(KindLabels::of).collect(Collectors.joining("、")));
    }
    return String.join(" · ", words);
  }

  private Feed.Entry entry(RecordView record, String base) {
    var organisation = record.getOrganisation();
    RegionView region = record.getRegion();
    var summary =
        new ArrayList<>(
            List.of(KindLabels.of(record.getKind()), organisation.name(), region.pathName()));
    if (record.getChangeNote() != null) {
      summary.add("更正：" + record.getChangeNote());
    }
    return new Feed.Entry(
        "urn:heliograph:record:" + record.getId(),
        record.getTitle(),
        page(record, base),
        String.join(" · ", summary),
        organisation.name(),
        record.getKind().name(),
        record.getPublishedAt(),
        record.getChangedAt());
  }

  private String page(RecordView record, String base) {
    return pages.of(
        new RecordPages.Name(
            record.getId(), record.getKind(), record.getCode(), record.getOrganisation().code()),
        base);
  }
}
