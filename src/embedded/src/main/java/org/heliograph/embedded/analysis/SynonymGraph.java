package org.heliograph.embedded.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/**
 * {@code synonym_graph} with inline rules in Solr's notation (setting {@code synonyms}). The rules
 * are cut into tokens by the tokenizer and the filters that stand before this one, so the filter
 * exists only inside its chain.
 */
record SynonymGraph(String name, Settings settings) implements TokenFilterFactory {

  @Override
  public TokenStream create(TokenStream in) {
    throw new IllegalStateException("synonym_graph [" + name + "] is used outside an analyzer");
  }

  @Override
  public TokenFilterFactory getChainAwareTokenFilterFactory(
      IndexCreationContext context,
      TokenizerFactory tokenizer,
      List<CharFilterFactory> charFilters,
      List<TokenFilterFactory> before,
      Function<String, TokenFilterFactory> all) {
    SynonymMap map =
        parse(
            new CustomAnalyzer(
                tokenizer,
                charFilters.toArray(CharFilterFactory[]::new),
                before.toArray(TokenFilterFactory[]::new)));
    // Without a rule the map has no automaton and the filter would refuse it.
    return TokenFilters.filter(
        name, in -> map.fst == null ? in : new SynonymGraphFilter(in, map, false));
  }

  private SynonymMap parse(Analyzer chain) {
    SolrSynonymParser parser =
        new SolrSynonymParser(true, settings.getAsBoolean("expand", true), chain);
    try {
      parser.parse(new StringReader(String.join("\n", settings.getAsList("synonyms"))));
      return parser.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalArgumentException("synonyms of [" + name + "]: " + e.getMessage(), e);
    }
  }
}
