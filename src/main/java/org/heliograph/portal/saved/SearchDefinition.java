package org.heliograph.portal.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heliograph.export.FilterParameters;
import org.heliograph.portal.AskedSearch;
import org.heliograph.portal.SearchFilter;
import org.heliograph.search.SearchQuery;
import org.heliograph.search.SearchQuery.Slice;
import org.heliograph.shared.RecordKind;
import org.heliograph.visibility.Attribute;
import org.heliograph.visibility.Facts;
import org.jspecify.annotations.Nullable;

/** The arguments of a search as they are kept. */
public class SearchDefinition {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // what was kept by an earlier release is to be read, whatever it named
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  public String text = "";
  public List<RecordKind> kinds = List.of();
  public @Nullable SearchFilter filter;

  static SearchDefinition of(SavedSearchInput input) {
    var definition = new SearchDefinition();
    definition.text = input.text == null ? "" : input.text.strip();
    definition.kinds =
        input.kinds == null ? List.of() : input.kinds.stream().distinct().sorted().toList();
    definition.filter = input.filter;
    return definition;
  }

  static SearchDefinition parse(String kept) {
    try {
      return JSON.readValue(kept, SearchDefinition.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a saved search cannot be read", e);
    }
  }

  String write() {
    return write(this);
  }

  @Nullable String filterText() {
    return filter == null ? null : write(filter);
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a saved search cannot be written", e);
    }
  }

  /**
   * The search over the records of one kind.
   *
   * @throws org.heliograph.shared.Problem BAD_INPUT for what no search takes
   */
  SearchQuery query(Set<RecordKind> among, int size) {
    SearchFilter given = filter == null ? new SearchFilter() : parseFilter(write(filter));
    return new AskedSearch(
            text,
            among,
            FilterParameters.withoutWithdrawn(given).criteria(),
            SearchQuery.Order.RELEVANCE)
        .query(new Slice(size, null), false, true);
  }

  /** A copy, because leaving out the withdrawn changes it. */
  private static SearchFilter parseFilter(String text) {
    try {
      return JSON.readValue(text, SearchFilter.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a filter cannot be read", e);
    }
  }

  SearchQuery query() {
    return query(kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds), 1);
  }

  /** Spares the index the question where kind, organisation or division say no already. */
  boolean mayCover(RecordKind kind, Facts record) {
    if (!kinds.isEmpty() && !kinds.contains(kind)) {
      return false;
    }
    SearchFilter given = filter;
    return given == null
        || meets(given.organisations, record.texts(Attribute.ORGANISATION))
            && meets(given.regions, record.texts(Attribute.REGION_PATH));
  }

  private static boolean meets(@Nullable List<String> wanted, Set<String> found) {
    return wanted == null || wanted.stream().anyMatch(found::contains);
  }
}
