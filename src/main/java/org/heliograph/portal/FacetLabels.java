package org.heliograph.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heliograph.directory.Directory;
import org.heliograph.directory.NameKind;
import org.heliograph.directory.Region;
import org.heliograph.portal.SearchConnection.Bucket;
import org.heliograph.portal.SearchConnection.Facet;
import org.heliograph.search.SearchPage;
import org.heliograph.shared.RegionCode;
import org.jspecify.annotations.Nullable;

/** Gives facet values the names that people know them by. */
@ApplicationScoped
class FacetLabels {
  private final Directory directory;
  private final Names names;

  FacetLabels(Directory directory, Names names) {
    this.directory = directory;
    this.names = names;
  }

  /** One entry for each facet asked for, in the order asked. */
  List<Facet> of(List<SearchFacet> asked, Map<String, List<SearchPage.Bucket>> counted) {
    var facets = new ArrayList<Facet>();
    for (SearchFacet facet : asked) {
      var counts = counted.getOrDefault(facet.field(), List.of());
      Function<String, String> label = labels(facet, counts);
      Function<String, @Nullable String> parent = parents(facet, counts);
      facets.add(
          new Facet(
              facet,
              counts.stream()
                  .map(each ->
                      new Bucket(
                          each.value(),
                          label.apply(each.value()),
                          parent.apply(each.value()),
                          Math.toIntExact(each.count())))
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
      case PROGRAMME -> {
        NameIndex index = names.now();
        yield value -> index.name(NameKind.PROGRAMME, value).orElse(value);
      }
      case CATEGORY_TREE -> value -> steps(value)[steps(value).length - 1];
      case KIND, CATEGORY, YEAR, LEVEL, GRADE, STATE, CASE_TYPE, VIOLATION_CATEGORY, LAW ->
          value -> value;
    };
  }

  /** Divisions and categories lie in each other; other facets are flat. */
  private Function<String, @Nullable String> parents(
      SearchFacet facet, List<SearchPage.Bucket> counts) {
    if (facet == SearchFacet.CATEGORY_TREE) {
      return FacetLabels::above;
    }
    if (facet != SearchFacet.REGION) {
      return value -> null;
    }
    var known = directory.regions(counts.stream().map(SearchPage.Bucket::value).toList());
    return value -> {
      Region region = known.get(value);
      return region == null || RegionCode.NATION.value().equals(region.parent)
          ? null
          : region.parent;
    };
  }

  /** Kind, branch and category; a violation category may be written with a stroke of its own. */
  private static String[] steps(String path) {
    return path.split("/", 3);
  }

  private static @Nullable String above(String path) {
    String[] steps = steps(path);
    return steps.length == 1
        ? null
        : path.substring(0, path.length() - steps[steps.length - 1].length() - 1);
  }

  /** One entry for each histogram asked for, in the order asked. */
  List<Histogram> histograms(
      List<SearchHistogram> asked, Map<String, List<SearchPage.Bucket>> counted) {
    return asked.stream()
        .map(each ->
            new Histogram(
                each,
                counted.getOrDefault(each.field(), List.of()).stream()
                    .map(bucket ->
                        new Histogram.Column(bucket.value(), Math.toIntExact(bucket.count())))
                    .toList()))
        .toList();
  }
}
