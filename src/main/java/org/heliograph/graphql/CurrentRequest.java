package org.heliograph.graphql;

import jakarta.enterprise.context.RequestScoped;

/** What is known of this request beside its viewer. */
@RequestScoped
public class CurrentRequest {
  private String id = "";
  private String addressClass = "";
  private long visitor;

  /** Set once, before the request is answered. */
  public void begin(Caller caller) {
    id = caller.requestId();
    addressClass = caller.addressClass();
    visitor = caller.visitor();
  }

  public String id() {
    return id;
  }

  public String addressClass() {
    return addressClass;
  }

  /**
   * Tells anonymous visitors of one day apart, to count each once. Kept in memory for the day,
   * never written or logged. Nought for whoever is not to be counted.
   */
  public long visitor() {
    return visitor;
  }
}
