package org.heliograph.workflow;

import static org.heliograph.shared.Stage.APPROVED;
import static org.heliograph.shared.Stage.IN_REVIEW;
import static org.heliograph.shared.Stage.PUBLISHED;
import static org.heliograph.shared.Stage.RETURNED;
import static org.heliograph.shared.Stage.SCHEDULED;
import static org.heliograph.shared.Stage.WITHDRAWN;

import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.heliograph.shared.Stage;
import org.heliograph.visibility.Role;

/**
 * The one table of what may happen to a record: from which stages, to which stage, by whom, under
 * what conditions. Review before publishing: 政府信息公开条例 第十七条.
 */
@Enum
@Description("A step of a record on its way from draft to withdrawal.")
public enum Transition {
  @Description("起草 a new record is written.")
  DRAFT(Set.of(), Stage.DRAFT, Actors.AUTHORS, Demand.NONE),
  @Description("修改 a draft or a returned revision is written anew.")
  UPDATE(Set.of(Stage.DRAFT, RETURNED), Stage.DRAFT, Actors.AUTHORS, Demand.NONE),
  @Description("更正 a correction is drafted beside the published revision.")
  CORRECT(Set.of(PUBLISHED), Stage.DRAFT, Actors.AUTHORS, Demand.NONE),
  @Description("送审 a draft goes to review.")
  SUBMIT(Set.of(Stage.DRAFT), IN_REVIEW, Actors.AUTHORS, Demand.NONE),
  @Description("审核通过 a reviewer who did not write it approves.")
  APPROVE(Set.of(IN_REVIEW), APPROVED, Actors.REVIEWERS, Demand.OTHER_EYES),
  @Description("退回 a reviewer gives it back, with a reason.")
  RETURN(Set.of(IN_REVIEW, APPROVED, SCHEDULED), RETURNED, Actors.REVIEWERS, Demand.REASON),
  @Description("定时 an approved revision will be published at a set time.")
  SCHEDULE(Set.of(APPROVED, SCHEDULED), SCHEDULED, Actors.PUBLISHERS, Demand.NONE),
  @Description("发布 an approved revision goes public.")
  PUBLISH(Set.of(APPROVED, SCHEDULED), PUBLISHED, Actors.PUBLISHERS, Demand.NONE),
  @Description("撤回 a published record is withdrawn, with a public reason.")
  WITHDRAW(Set.of(PUBLISHED), WITHDRAWN, Actors.PUBLISHERS, Demand.REASON),
  @Description(
      "撤回附件 one file of a record that the public knows is taken back, with a public reason; the record stays where it is.")
  WITHDRAW_ATTACHMENT(Set.of(PUBLISHED, WITHDRAWN), PUBLISHED, Actors.PUBLISHERS, Demand.REASON),
  @Description("到期 a published record is no longer shown; the service itself does this.")
  EXPIRE(Set.of(PUBLISHED), Stage.EXPIRED, Set.of(), Demand.NONE);

  /** What else must hold. */
  public enum Demand {
    NONE,
    /** A reason is given. */
    REASON,
    /** Four eyes: whoever wrote the revision may not. */
    OTHER_EYES
  }

  private static final class Actors {
    static final Set<Role> AUTHORS = Set.of(Role.EDITOR, Role.SERVICE);
    static final Set<Role> REVIEWERS = Set.of(Role.REVIEWER);
    static final Set<Role> PUBLISHERS = Set.of(Role.EDITOR, Role.REVIEWER);
  }

  private final Set<Stage> from;
  private final Stage to;
  private final Set<Role> roles;
  private final Demand demand;

  Transition(Set<Stage> from, Stage to, Set<Role> roles, Demand demand) {
    this.from = from;
    this.to = to;
    this.roles = roles;
    this.demand = demand;
  }

  /** The stages that it leads from; none for the first draft. */
  public Set<Stage> from() {
    return from;
  }

  public Stage to() {
    return to;
  }

  /** The roles that may take it, each within its organisation; none: only the service itself. */
  public Set<Role> roles() {
    return roles;
  }

  public Demand demand() {
    return demand;
  }
}
