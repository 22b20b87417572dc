package org.heliograph.embedded.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/**
 * The token filters of {@link StockAnalysisPlugin} that need nothing but their settings. Those that
 * keep one token one token are "normalizing": a normalizer of a keyword field may use them, as on a
 * stock cluster.
 */
final class TokenFilters {

  private static final Map<String, Integer> CJK_SCRIPTS =
      Map.of(
          "han", CJKBigramFilter.HAN,
          "hiragana", CJKBigramFilter.HIRAGANA,
          "katakana", CJKBigramFilter.KATAKANA,
          "hangul", CJKBigramFilter.HANGUL);

  private TokenFilters() {}

  static TokenFilterFactory asciiFolding(String name, Settings settings) {
    boolean keep = settings.getAsBoolean("preserve_original", false);
    return normalizing(name, in -> new ASCIIFoldingFilter(in, keep));
  }

  /** Settings {@code output_unigrams} and {@code ignored_scripts}. */
  static TokenFilterFactory cjkBigram(String name, Settings settings) {
    boolean unigrams = settings.getAsBoolean("output_unigrams", false);
    int scripts = CJK_SCRIPTS.values().stream().mapToInt(Integer::intValue).sum();
    List<String> ignored = settings.getAsList("ignored_scripts");
    for (String script : ignored) {
      Integer flag = CJK_SCRIPTS.get(script);
      if (flag == null) {
        throw new IllegalArgumentException(
            "filter [" + name + "]: unknown script [" + script + "]");
      }
      scripts &= ~flag;
    }
    int kept = scripts;
    return filter(name, in -> new CJKBigramFilter(in, kept, unigrams));
  }

  static TokenFilterFactory cjkWidth(String name) {
    return normalizing(name, CJKWidthFilter::new);
  }

  /** Settings {@code min_gram} (1), {@code max_gram} (2) and {@code preserve_original}. */
  static TokenFilterFactory edgeNgram(String name, Settings settings) {
    int min = settings.getAsInt("min_gram", 1);
    int max = settings.getAsInt("max_gram", 2);
    boolean keep = settings.getAsBoolean("preserve_original", false);
    return filter(name, in -> new EdgeNGramTokenFilter(in, min, max, keep));
  }

  static TokenFilterFactory length(String name, Settings settings) {
    int min = settings.getAsInt("min", 0);
    int max = settings.getAsInt("max", Integer.MAX_VALUE);
    return filter(name, in -> new LengthFilter(in, min, max));
  }

  /** Settings {@code pattern}, {@code replacement} (empty when absent) and {@code all} (true). */
  static TokenFilterFactory patternReplace(String name, Settings settings) {
    Pattern pattern = Patterns.required(name, settings);
    String replacement = settings.get("replacement", "");
    boolean all = settings.getAsBoolean("all", true);
    return normalizing(name, in -> new PatternReplaceFilter(in, pattern, replacement, all));
  }

  static TokenFilterFactory trim(String name) {
    return normalizing(name, TrimFilter::new);
  }

  static TokenFilterFactory filter(String name, UnaryOperator<TokenStream> wrap) {
    return new TokenFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public TokenStream create(TokenStream in) {
        return wrap.apply(in);
      }
    };
  }

  private static TokenFilterFactory normalizing(String name, UnaryOperator<TokenStream> wrap) {
    return new NormalizingTokenFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public TokenStream create(TokenStream in) {
        return wrap.apply(in);
      }
    };
  }
}
