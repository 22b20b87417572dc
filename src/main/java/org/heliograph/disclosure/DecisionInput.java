package org.heliograph.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A decision: proposal, deliberation, resolution 三重一大. */
@Input("DecisionInput")
@Description("A decision: proposal, deliberation, resolution 三重一大.")
public class DecisionInput {
  @Nullable
  @Description("Which kind of matter.")
  public DecisionMatter matter;

  @Nullable
  @Description("提议.")
  public String proposal;

  @Nullable
  @Description("商议 审议.")
  public String deliberation;

  @Nullable
  @Description("决议.")
  public String resolution;

  @Nullable
  @Description("Who attended.")
  public List<@NonNull String> attendees;

  @Nullable
  @Description("Votes for.")
  public Integer votesFor;

  @Nullable
  @Description("Votes against.")
  public Integer votesAgainst;

  @Nullable
  @Description("Abstentions.")
  public Integer votesAbstained;

  @Nullable
  @Description("When notice was given; at least two days before the meeting.")
  public LocalDate noticeOn;

  @Nullable
  @Description("Day of the meeting.")
  public LocalDate meetingOn;
}
