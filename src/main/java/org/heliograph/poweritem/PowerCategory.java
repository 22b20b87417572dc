package org.heliograph.poweritem;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/**
 * What sort of power an item is 权力类型. Micro-powers 微权力 of villages have categories of their own and
 * no national code.
 */
@Enum
@Description(
    "What sort of power an item is 权力类型. Villages' micro-powers 微权力 have categories of their own and no national code.")
public enum PowerCategory {
  @Description("行政许可 licensing, national code 01.")
  LICENSING,
  @Description("行政处罚 penalty, national code 02.")
  PENALTY,
  @Description("行政强制 coercion, national code 03.")
  COERCION,
  @Description("行政征收 levy, national code 04.")
  LEVY,
  @Description("行政给付 payment, national code 05.")
  PAYMENT,
  @Description("行政检查 inspection, national code 06.")
  INSPECTION,
  @Description("行政确认 confirmation, national code 07.")
  CONFIRMATION,
  @Description("行政奖励 reward, national code 08.")
  REWARD,
  @Description("行政裁决 adjudication, national code 09.")
  ADJUDICATION,
  @Description("其他 other power, national code 10.")
  OTHER,
  @Description("公共服务 public service, national code 20.")
  PUBLIC_SERVICE,
  @Description("初审 preliminary review; micro-power, no national code.")
  PRELIMINARY_REVIEW,
  @Description("复核 recheck; micro-power, no national code.")
  RECHECK,
  @Description("管理 management; micro-power, no national code.")
  MANAGEMENT,
  @Description("决定 decision; micro-power, no national code.")
  DECISION,
  @Description("决策 policy; micro-power, no national code.")
  POLICY;

  /** The branch that it belongs to, between kind and category, and itself. */
  List<String> path() {
    String branch =
        switch (this) {
          case LICENSING,
              PENALTY,
              COERCION,
              LEVY,
              PAYMENT,
              INSPECTION,
              CONFIRMATION,
              REWARD,
              ADJUDICATION,
              OTHER ->
              "POWER";
          case PUBLIC_SERVICE -> "SERVICE";
          case PRELIMINARY_REVIEW, RECHECK, MANAGEMENT, DECISION, POLICY -> "MICRO";
        };
    return List.of(branch, name());
  }
}
