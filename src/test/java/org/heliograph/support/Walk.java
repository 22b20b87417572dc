package org.heliograph.support;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;

/** Walks a whole list page by page, as a client would. */
public final class Walk {
  private Walk() {}

  /** Codes from the start to the end. */
  public static List<String> forward(Accounts account, String list, String arguments, int size) {
    var codes = new ArrayList<String>();
    String cursor = "";
    for (int page = 0; page < 50; page++) {
      JsonPath answer = Portal.json(account, query(list, arguments + " first: " + size + cursor));
      codes.addAll(answer.getList("data.list.nodes.code", String.class));
      if (!answer.getBoolean("data.list.pageInfo.hasNextPage")) {
        return codes;
      }
      cursor = " after: \"" + answer.getString("data.list.pageInfo.endCursor") + "\"";
    }
    throw new AssertionError("the list does not end");
  }

  /** Codes from the end to the start. */
  public static List<String> backward(Accounts account, String list, String arguments, int size) {
    var codes = new ArrayList<String>();
    String cursor = "";
    for (int page = 0; page < 50; page++) {
      JsonPath answer = Portal.json(account, query(list, arguments + " last: " + size + cursor));
      codes.addAll(answer.getList("data.list.nodes.code", String.class).reversed());
      if (!answer.getBoolean("data.list.pageInfo.hasPreviousPage")) {
        return codes;
      }
      cursor = " before: \"" + answer.getString("data.list.pageInfo.startCursor") + "\"";
    }
    throw new AssertionError("the list does not begin");
  }

  private static String query(String list, String arguments) {
    return "{list: "
        + list
        + "("
        + arguments
        + ") {nodes {code} pageInfo {hasNextPage hasPreviousPage startCursor endCursor}}}";
  }
}
