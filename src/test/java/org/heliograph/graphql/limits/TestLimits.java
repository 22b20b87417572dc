package org.heliograph.graphql.limits;

/** The defaults, with introspection as told. */
public record TestLimits(boolean introspection) implements LimitsConfig {

  @Override
  public int maxDepth() {
    return 15;
  }

  @Override
  public long maxComplexity() {
    return 50_000;
  }

  @Override
  public int assumedListSize() {
    return 4;
  }

  @Override
  public int assumedPageSize() {
    return 20;
  }

  @Override
  public int maxAliases() {
    return 30;
  }

  @Override
  public int maxTokens() {
    return 2000;
  }

  @Override
  public int maxDirectives() {
    return 20;
  }

  @Override
  public int maxOperations() {
    return 10;
  }

  @Override
  public int maxBodyBytes() {
    return 262_144;
  }

  @Override
  public int maxUrlLength() {
    return 8192;
  }

  @Override
  public int maxVariableDepth() {
    return 16;
  }

  @Override
  public int cachedDocuments() {
    return 100;
  }
}
