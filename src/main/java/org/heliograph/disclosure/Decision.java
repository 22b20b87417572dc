package org.heliograph.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How a decision was reached. Whether the notice came early enough is for supervision to judge:
 * what happened is kept as it happened.
 */
@Description(
    "A decision 决策事项: proposal, deliberation, resolution, who attended and how they voted.")
public record Decision(
    @Nullable @Description("Which of the four matters of 三重一大.") DecisionMatter matter,
    @Nullable @Description("提议 what was proposed.") String proposal,
    @Nullable @Description("商议 what was said in deliberation.") String deliberation,
    @Nullable @Description("决议 what was resolved.") String resolution,
    @NonNull @Description("Who attended.") List<@NonNull String> attendees,
    @Nullable @Description("Votes for.") Integer votesFor,
    @Nullable @Description("Votes against.") Integer votesAgainst,
    @Nullable @Description("Abstentions.") Integer votesAbstained,
    @Nullable @Description("Date on which notice was given.") LocalDate noticeOn,
    @Nullable @Description("Date of the meeting.") LocalDate meetingOn)
    implements DisclosureDetail {
  public Decision {
    attendees = DisclosureDraft.orEmpty(attendees);
    notNegative("decision.votesFor", votesFor);
    notNegative("decision.votesAgainst", votesAgainst);
    notNegative("decision.votesAbstained", votesAbstained);
  }

  private static void notNegative(String argument, @Nullable Integer votes) {
    if (votes != null && votes < 0) {
      throw Problem.badInput(argument, "must not be negative");
    }
  }
}
