package org.heliograph.support;

import io.restassured.path.json.JsonPath;
import java.util.Map;

/** Saves searches as an account. */
public final class Keeper {
  private static final String SAVE =
      "mutation($input: SavedSearchInput!) { it: saveSearch(input: $input) { search { id name text kinds filter webhook { url state failure } digest { rhythm email nextAt } } webhookSecret refusals { code path message } } }";

  private Keeper() {}

  public static JsonPath save(Accounts as, Map<String, ?> input) {
    return JsonPath.from(Portal.ask(as, SAVE, Map.of("input", input)));
  }

  public static JsonPath delete(Accounts as, String id) {
    return JsonPath.from(
        Portal.ask(
            as,
            "mutation($id: ID!) { it: deleteSearch(id: $id) { search { id } refusals { code } } }",
            Map.of("id", id)));
  }

  /** All of an account's, so that a test begins with none. */
  public static void clear(Accounts as) {
    Portal.json(as, "{ savedSearches { id } }")
        .getList("data.savedSearches.id", String.class)
        .forEach(id -> delete(as, id));
  }
}
