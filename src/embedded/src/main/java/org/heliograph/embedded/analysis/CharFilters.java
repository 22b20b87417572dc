package org.heliograph.embedded.analysis;

import java.io.Reader;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;

/**
 * The character filters of {@link StockAnalysisPlugin}; like the stock ones both may stand in a
 * normalizer.
 */
final class CharFilters {

  private CharFilters() {}

  /**
   * Setting {@code mappings}: a list of {@code "from => to"}, where an empty right side deletes.
   */
  static CharFilterFactory mapping(String name, Settings settings) {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String rule : settings.getAsList("mappings")) {
      int arrow = rule.indexOf("=>");
      if (arrow < 0) {
        throw new IllegalArgumentException(
            "char filter [" + name + "]: no \"=>\" in the mapping [" + rule + "]");
      }
      map.add(rule.substring(0, arrow).strip(), rule.substring(arrow + 2).strip());
    }
    NormalizeCharMap built = map.build();
    return factory(name, in -> new MappingCharFilter(built, in));
  }

  /** Settings {@code pattern} and {@code replacement} (empty when absent). */
  static CharFilterFactory patternReplace(String name, Settings settings) {
    Pattern pattern = Patterns.required(name, settings);
    String replacement = settings.get("replacement", "");
    return factory(name, in -> new PatternReplaceCharFilter(pattern, replacement, in));
  }

  private static CharFilterFactory factory(String name, UnaryOperator<Reader> wrap) {
    return new NormalizingCharFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Reader create(Reader in) {
        return wrap.apply(in);
      }
    };
  }
}
