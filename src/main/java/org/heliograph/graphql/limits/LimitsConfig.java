package org.heliograph.graphql.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What one request may ask for. */
@ConfigMapping(prefix = "heliograph.graphql")
public interface LimitsConfig {

  /** Levels of fields. The introspection query of the usual explorers needs 15. */
  @WithDefault("15")
  int maxDepth();

  /**
   * Fields of the largest possible answer: a hundred items with everything on them are some 35,000.
   */
  @WithDefault("50000")
  long maxComplexity();

  /** How many elements a list without {@code first} or {@code last} is taken to have. */
  @WithDefault("4")
  int assumedListSize();

  /** How many elements a connection without {@code first} or {@code last} is taken to have. */
  @WithDefault("20")
  int assumedPageSize();

  @WithDefault("30")
  int maxAliases();

  /** Words and signs of a document; the introspection query has some 400. */
  @WithDefault("2000")
  int maxTokens();

  @WithDefault("20")
  int maxDirectives();

  @WithDefault("10")
  int maxOperations();

  @WithDefault("262144")
  int maxBodyBytes();

  /** A longer query belongs in a POST body. */
  @WithDefault("8192")
  int maxUrlLength();

  /** Levels of objects and lists in the variables. */
  @WithDefault("16")
  int maxVariableDepth();

  /** Whether {@code __schema} and {@code __type} answer. */
  @WithDefault("true")
  boolean introspection();

  /** How many parsed documents are kept. */
  @WithDefault("1000")
  int cachedDocuments();
}
