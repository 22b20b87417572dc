package org.heliograph.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.RangeBucket;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.record.RecordType;
import org.heliograph.search.SearchPage.Bucket;
import org.heliograph.search.TextQuery.Scope;
import org.heliograph.shared.China;
import org.heliograph.visibility.FieldClass;

/**
 * Counts by month and by size of amounts. A bucket's value is its first month ({@code 2026-03}), or
 * the amount that it begins with.
 */
final class Histograms {
  static final String PUBLISHED = "publishedAt";
  private static final Set<String> DAYS = Set.of("paidOn", "decidedOn");
  private static final String AMOUNT = "amount";

  /**
   * Where payments to households differ; what a village or a firm receives lies in the last ones.
   */
  private static final List<Integer> AMOUNTS =
      List.of(0, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000, 100_000, 1_000_000);

  /** Instants are numbers in the index: their months have to be written out. */
  private static final YearMonth FIRST = YearMonth.of(2015, 1);

  private static final int MONTHS = 12 * 25;

  private Histograms() {}

  static boolean has(String name) {
    return name.equals(PUBLISHED) || name.equals(AMOUNT) || DAYS.contains(name);
  }

  /** Empty when no kind that is searched has the field; these fields are open to everybody. */
  static Optional<Aggregation> of(String name, Collection<Scope> scopes) {
    boolean known =
        scopes.stream().map(Scope::type).anyMatch(type -> type.has(name) && isOpen(type, name));
    return known ? Optional.of(aggregation(name)) : Optional.empty();
  }

  private static boolean isOpen(RecordType<?> type, String name) {
    return type.field(name).fieldClass() == FieldClass.OPEN;
  }

  private static Aggregation aggregation(String name) {
    if (DAYS.contains(name)) {
      return Aggregation.of(a ->
          a.dateHistogram(h ->
              h.field(name)
                  .calendarInterval(CalendarInterval.Month)
                  .format("uuuu-MM")
                  .minDocCount(1)));
    }
    var ranges = name.equals(AMOUNT) ? amounts() : months();
    return Aggregation.of(a -> a.range(r -> r.field(name).ranges(ranges)));
  }

  private static List<AggregationRange> amounts() {
    var ranges = new ArrayList<AggregationRange>();
    for (int i = 0; i < AMOUNTS.size(); i++) {
      int from = AMOUNTS.get(i);
      Integer to = i + 1 < AMOUNTS.size() ? AMOUNTS.get(i + 1) : null;
      ranges.add(
          AggregationRange.of(r -> {
            r.key(Integer.toString(from)).from((double) from);
            return to == null ? r : r.to((double) to);
          }));
    }
    return ranges;
  }

  private static List<AggregationRange> months() {
    var ranges = new ArrayList<AggregationRange>();
    for (int i = 0; i < MONTHS; i++) {
      YearMonth month = FIRST.plusMonths(i);
      ranges.add(
          AggregationRange.of(
              r -> r.key(month.toString()).from(micros(month)).to(micros(month.plusMonths(1)))));
    }
    return ranges;
  }

  private static double micros(YearMonth month) {
    return IndexValue.micros(month.atDay(1).atStartOfDay(China.ZONE).toInstant());
  }

  static List<Bucket> ranges(List<RangeBucket> buckets) {
    return buckets.stream()
        .filter(bucket -> bucket.docCount() > 0)
        .map(bucket -> new Bucket(String.valueOf(bucket.key()), bucket.docCount()))
        .toList();
  }

  static List<Bucket> days(List<DateHistogramBucket> buckets) {
    return buckets.stream()
        .map(bucket ->
            new Bucket(
                YearMonth.from(Instant.ofEpochMilli(bucket.key()).atZone(ZoneOffset.UTC))
                    .toString(),
                bucket.docCount()))
        .toList();
  }
}
