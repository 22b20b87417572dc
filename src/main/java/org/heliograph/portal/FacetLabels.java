package org.heliograph.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heliograph.directory.Directory;
import org.heliograph.portal.SearchConnection.Bucket;
import org.heliograph.portal.SearchConnection.Facet;
import org.heliograph.search.SearchPage;

/** Gives facet values the names that people know them by. */
@ApplicationScoped
class FacetLabels {
  private final Directory directory;

  FacetLabels(Directory directory) {
    this.directory = directory;
  }

  /** One entry for each facet asked for, in the order asked. */
  List<Facet> of(List<SearchFacet> asked, Map<String, List<SearchPage.Bucket>> counted) {
    var facets = new ArrayList<Facet>();
    for (SearchFacet facet : asked) {
      var counts = counted.getOrDefault(facet.field(), List.of());
      Function<String, String> label = labels(facet, counts);
      facets.add(
          new Facet(
              facet,
              counts.stream()
                  .map(each ->
                      new Bucket(
                          each.value(), label.apply(each.value()), Math.toIntExact(each.count())))
                  .toList()));
    }
    return facets;
  }

  private Function<String, String> labels(SearchFacet facet, List<SearchPage.Bucket> counts) {
    Set<String> values = counts.stream().map(SearchPage.Bucket::value).collect(Collectors.toSet());
    return switch (facet) {
      case ORGANISATION -> {
        var known = directory.organisations(values);
        yield value -> known.containsKey(value) ? known.get(value).name : value;
      }
      case REGION -> {
        var known = directory.regions(values);
        yield value -> known.containsKey(value) ? known.get(value).name : value;
      }
      case KIND,
          CATEGORY,
          YEAR,
          LEVEL,
          GRADE,
          STATE,
          PROGRAMME,
          CASE_TYPE,
          VIOLATION_CATEGORY,
          LAW ->
          value -> value;
    };
  }
}
