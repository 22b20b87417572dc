package org.heliograph.graphql;

import jakarta.enterprise.context.RequestScoped;

/** What the audit trail says of this request beside its viewer. */
@RequestScoped
public class CurrentRequest {
  private String id = "";
  private String addressClass = "";

  /** Set once, before the request is answered. */
  public void begin(Caller caller) {
    id = caller.requestId();
    addressClass = caller.addressClass();
  }

  public String id() {
    return id;
  }

  public String addressClass() {
    return addressClass;
  }
}
