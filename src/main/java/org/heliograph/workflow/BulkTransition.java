package org.heliograph.workflow;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What can be done to a whole imported list. */
@Enum
@Description("What can be done to a whole imported list.")
public enum BulkTransition {
  @Description("送审 its drafts go to review; each passes the privacy scan, or stays a draft.")
  SUBMIT(Transition.SUBMIT),
  @Description("审核通过 what is in review is approved, by somebody who wrote none of it.")
  APPROVE(Transition.APPROVE),
  @Description("退回 what is in review or approved goes back, with a reason.")
  RETURN(Transition.RETURN),
  @Description("发布 what is approved goes public.")
  PUBLISH(Transition.PUBLISH),
  @Description("撤回 what is public is withdrawn as GONE or WITHDRAWN, with a public reason.")
  WITHDRAW(Transition.WITHDRAW);

  private final Transition transition;

  BulkTransition(Transition transition) {
    this.transition = transition;
  }

  /** The transition that each record takes. */
  public Transition transition() {
    return transition;
  }
}
