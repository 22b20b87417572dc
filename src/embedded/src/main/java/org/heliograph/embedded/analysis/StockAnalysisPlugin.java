package org.heliograph.embedded.analysis;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.util.Map;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * The part of the stock analysis-common module that Heliograph's mappings use. Setting names and
 * defaults are the stock ones; {@code lowercase}, {@code stop}, {@code shingle} and the {@code
 * standard} tokenizer are in the core already.
 */
public final class StockAnalysisPlugin extends Plugin implements AnalysisPlugin {

  @Override
  public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
    return Map.of(
        "keyword",
            (index, environment, name, settings) ->
                TokenizerFactory.newFactory(name, KeywordTokenizer::new),
        "whitespace",
            (index, environment, name, settings) ->
                TokenizerFactory.newFactory(name, WhitespaceTokenizer::new));
  }

  @Override
  public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
    return Map.of(
        "mapping",
            requiresAnalysisSettings(
                (index, environment, name, settings) -> CharFilters.mapping(name, settings)),
        "pattern_replace",
            requiresAnalysisSettings((index, environment, name, settings) ->
                CharFilters.patternReplace(name, settings)));
  }

  @Override
  public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
    return Map.of(
        "asciifolding",
            (index, environment, name, settings) -> TokenFilters.asciiFolding(name, settings),
        "cjk_bigram",
            (index, environment, name, settings) -> TokenFilters.cjkBigram(name, settings),
        "cjk_width", (index, environment, name, settings) -> TokenFilters.cjkWidth(name),
        "edge_ngram",
            (index, environment, name, settings) -> TokenFilters.edgeNgram(name, settings),
        "length", (index, environment, name, settings) -> TokenFilters.length(name, settings),
        "pattern_replace",
            requiresAnalysisSettings((index, environment, name, settings) ->
                TokenFilters.patternReplace(name, settings)),
        "synonym_graph",
            requiresAnalysisSettings(
                (index, environment, name, settings) -> new SynonymGraph(name, settings)),
        "trim", (index, environment, name, settings) -> TokenFilters.trim(name));
  }
}
