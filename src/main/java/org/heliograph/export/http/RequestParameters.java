package org.heliograph.export.http;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.heliograph.export.Parameters;
import org.heliograph.shared.Problem;

/** Reads the query parameters of a request. */
public final class RequestParameters {
  private RequestParameters() {}

  public static Parameters of(RoutingContext ctx) {
    var given = new HashMap<String, List<String>>();
    try {
      ctx.queryParams()
          .forEach(each ->
              given.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(each.getValue()));
    } catch (RuntimeException e) {
      throw Problem.badInput("query", "is not percent-encoded UTF-8");
    }
    return new Parameters(given);
  }
}
