package org.heliograph.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.heliograph.portal.NearestView.Change;
import org.heliograph.record.Criterion;
import org.heliograph.search.RecordSearch;
import org.heliograph.search.SearchPage;
import org.heliograph.search.SearchQuery;
import org.heliograph.search.SearchQuery.Order;
import org.heliograph.search.SearchQuery.Slice;
import org.heliograph.search.SearchQuery.Wants;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/** Ways on from an empty page: each was tried, and finds something for this viewer. */
@ApplicationScoped
class Nearest {
  /** Each way is a search of its own. */
  private static final int WORDS = 5;

  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{P}]+");

  private final RecordSearch search;
  private final Meant meant;

  Nearest(RecordSearch search, Meant meant) {
    this.search = search;
    this.meant = meant;
  }

  /** Empty unless the search finds nothing at all. */
  List<NearestView> to(SearchQuery query, SearchPage page, Viewer viewer) {
    if (!page.hits().isEmpty() || page.hasPrevious()) {
      return List.of();
    }
    var asked = new Asked(query.text(), query.kinds(), query.criteria());
    Long total = page.total();
    if (total == null ? count(asked, viewer) > 0 : total > 0) {
      return List.of();
    }
    var ways = new ArrayList<NearestView>();
    for (String words : meant.by(query.text(), viewer)) {
      add(Change.DID_YOU_MEAN, null, asked.saying(words), viewer, ways);
    }
    int settled = ways.size();
    withoutFilters(asked, viewer, ways);
    withoutWords(asked, viewer, ways);
    ways.subList(settled, ways.size())
        .sort(Comparator.comparing(NearestView::totalCount).reversed());
    return ways;
  }

  private void withoutFilters(Asked asked, Viewer viewer, List<NearestView> ways) {
    for (Criterion criterion : asked.criteria()) {
      var others = asked.criteria().stream().filter(each -> each != criterion).toList();
      add(
          Change.WITHOUT_FILTER,
          filter(criterion.field()),
          new Asked(asked.text(), asked.kinds(), others),
          viewer,
          ways);
    }
    if (asked.kinds().size() < RecordKind.values().length) {
      add(
          Change.WITHOUT_FILTER,
          "kinds",
          new Asked(asked.text(), Set.of(), asked.criteria()),
          viewer,
          ways);
    }
  }

  private void withoutWords(Asked asked, Viewer viewer, List<NearestView> ways) {
    List<String> words =
        BETWEEN.splitAsStream(asked.text()).filter(word -> !word.isEmpty()).toList();
    if (words.size() < 2 || words.size() > WORDS) {
      return;
    }
    for (int i = 0; i < words.size(); i++) {
      var others = new ArrayList<>(words);
      String word = others.remove(i);
      add(Change.WITHOUT_WORD, word, asked.saying(String.join(" ", others)), viewer, ways);
    }
  }

  private void add(
      Change change, @Nullable String dropped, Asked other, Viewer viewer, List<NearestView> into) {
    long count = other.text().isEmpty() && other.criteria().isEmpty() ? 0 : count(other, viewer);
    if (count > 0) {
      into.add(new NearestView(change, other.text(), dropped, Math.toIntExact(count)));
    }
  }

  private long count(Asked asked, Viewer viewer) {
    var query =
        new SearchQuery(
            asked.text(),
            asked.kinds(),
            asked.criteria(),
            Order.RELEVANCE,
            Set.of(),
            new Slice(1, null),
            new Wants(false, true, false));
    Long total = search.search(query, viewer).total();
    return total == null ? 0 : total;
  }

  private record Asked(String text, Set<RecordKind> kinds, List<Criterion> criteria) {
    Asked saying(String other) {
      return new Asked(other, kinds, criteria);
    }
  }

  /** The name under which the schema knows the filter. */
  private static String filter(String field) {
    return switch (field) {
      case "publishedAt" -> "publishedFrom, publishedUntil";
      case "amount" -> "amountFrom, amountTo";
      case "category" -> "categories";
      default -> field + "s";
    };
  }
}
