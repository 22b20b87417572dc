package org.heliograph.graphql;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;

/** What GraphQL keeps for the length of a request, for work that did not come through it. */
public final class RequestScope implements AutoCloseable {
  private final ManagedContext context = Arc.container().requestContext();
  private final boolean mine = !context.isActive();

  private RequestScope() {
    if (mine) {
      context.activate();
    }
  }

  /** Enters the request's scope, or joins the one that is open; to be closed by the same thread. */
  public static RequestScope enter() {
    return new RequestScope();
  }

  @Override
  public void close() {
    if (mine) {
      context.terminate();
    }
  }
}
