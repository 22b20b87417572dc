package org.heliograph.visibility;

/**
 * Decides a condition on one row in memory: the oracle that the SQL and search renderers are held
 * against.
 */
public final class Matcher {
  private Matcher() {}

  public static boolean admits(Condition condition, Facts facts) {
    return switch (condition) {
      case Condition.Nothing() -> false;
      case Condition.Everything() -> true;
      case Condition.In(var attribute, var values) ->
          facts.texts(attribute).stream().anyMatch(values::contains);
      case Condition.NotAfter(var attribute, var instant) ->
          !facts.instant(attribute).isAfter(instant);
      case Condition.After(var attribute, var instant) -> facts.instant(attribute).isAfter(instant);
      case Condition.All(var parts) -> parts.stream().allMatch(part -> admits(part, facts));
      case Condition.Any(var parts) -> parts.stream().anyMatch(part -> admits(part, facts));
    };
  }
}
