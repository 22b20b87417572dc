package org.heliograph.search;

import static org.heliograph.search.Documents.BIGRAMS;
import static org.heliograph.search.Documents.TITLE;
import static org.heliograph.search.Documents.WORDS;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.record.FieldType;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordType;
import org.heliograph.visibility.FieldClass;

/**
 * Asks for passages and makes them ready to show. The text is HTML-encoded by the cluster before
 * the marks are set: what a record says can never become markup.
 */
final class Highlights {
  private static final int PASSAGES = 2;
  private static final int LENGTH = 100;
  private static final String OPEN = "<em>";
  private static final String CLOSE = "</em>";

  private Highlights() {}

  /** The part of a request that highlights all fields of these kinds that the tier holds. */
  static Highlight of(QueryText text, Iterable<RecordType<?>> types, Tier tier) {
    Set<String> names = new LinkedHashSet<>();
    for (RecordType<?> type : types) {
      for (RecordField<?> field : type.fields()) {
        if (field.type() == FieldType.TEXT && tier.holds(field.fieldClass())) {
          names.add(field.name());
        }
      }
    }
    var singles = text.variants().stream().allMatch(QueryText::isSingles);
    // pairs mark words; single characters would mark every 的
    String suffix = singles ? "" : BIGRAMS;
    var fields = new ArrayList<NamedValue<HighlightField>>();
    for (String name : names) {
      boolean whole = name.equals(TITLE);
      fields.add(
          NamedValue.of(
              name + suffix,
              HighlightField.of(
                  f -> f.numberOfFragments(whole ? 0 : PASSAGES).fragmentSize(LENGTH))));
    }
    Query words = words(text, suffix);
    return Highlight.of(h ->
        h.type(HighlighterType.Unified)
            .encoder(HighlighterEncoder.Html)
            .preTags(OPEN)
            .postTags(CLOSE)
            .requireFieldMatch(false)
            .highlightQuery(words)
            .fields(fields));
  }

  private static Query words(QueryText text, String suffix) {
    List<Query> variants =
        text.variants().stream()
            .map(variant ->
                Query.of(q ->
                    q.multiMatch(m ->
                        m.query(variant)
                            .type(TextQueryType.MostFields)
                            .fields(List.of(WORDS + suffix)))))
            .toList();
    return ConditionToQuery.any(variants);
  }

  /**
   * What of a hit's passages may be shown: only fields of classes that the viewer may read there.
   */
  static Map<String, List<String>> readable(
      Map<String, List<String>> found, RecordType<?> type, Set<FieldClass> classes) {
    var readable = new LinkedHashMap<String, List<String>>();
    found.forEach((path, passages) -> {
      String name =
          path.endsWith(BIGRAMS) ? path.substring(0, path.length() - BIGRAMS.length()) : path;
      if (type.has(name) && classes.contains(type.field(name).fieldClass())) {
        readable.put(
            name,
            passages.stream()
                .map(each -> OneForm.wholeNumerals(each.replace(CLOSE + OPEN, "")))
                .toList());
      }
    });
    return readable;
  }
}
