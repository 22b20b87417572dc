package org.heliograph.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A disclosure's structured detail in words, for one cell of a table. */
final class DetailWords {
  private final List<String> parts = new ArrayList<>();

  private DetailWords() {}

  static String of(DisclosureDetail detail) {
    var words = new DetailWords();
    switch (detail) {
      case Decision d -> words.decision(d);
      case GovernmentProject p -> words.project(p);
      case AssetContract c -> words.contract(c);
      case Account a -> a.lines().forEach(words::line);
      case HandlingStatistics s ->
          words
              .add("收件", s.received())
              .add("即办", s.finishedAtOnce())
              .add("承诺件", s.committed())
              .add("提前办结", s.finishedEarly());
    }
    return String.join("；", words.parts);
  }

  private void decision(Decision decision) {
    add("事项", decision.matter())
        .add("提议", decision.proposal())
        .add("商议", decision.deliberation())
        .add("决议", decision.resolution())
        .add("参会", String.join("、", decision.attendees()))
        .add("赞成", decision.votesFor())
        .add("反对", decision.votesAgainst())
        .add("弃权", decision.votesAbstained())
        .add("通知日期", decision.noticeOn())
        .add("会议日期", decision.meetingOn());
  }

  private void project(GovernmentProject project) {
    add("项目", project.name())
        .add("预算", project.budget())
        .add("合同价", project.contractSum())
        .add("承建单位", project.contractor())
        .add(
            "变更",
            project.changes().stream()
                .map(change ->
                    change.on()
                        + (change.reason() == null ? "" : " " + change.reason())
                        + (change.amount() == null ? "" : " " + change.amount().toPlainString()))
                .collect(Collectors.joining("、")))
        .add(
            "拨付",
            project.payments().stream()
                .map(payment -> payment.on() + " " + payment.amount().toPlainString())
                .collect(Collectors.joining("、")));
  }

  private void contract(AssetContract contract) {
    add("标的", contract.asset())
        .add("承包方", contract.counterpart())
        .add("起", contract.from())
        .add("止", contract.until())
        .add("金额", contract.amount())
        .add("计价", contract.unit());
  }

  private void line(Account.Line line) {
    add(
        line.name(),
        (line.budget() == null ? "" : "预算" + line.budget().toPlainString())
            + (line.actual() == null ? "" : " 决算" + line.actual().toPlainString()));
  }

  private DetailWords add(String label, @Nullable Object value) {
    String text =
        value instanceof java.math.BigDecimal number
            ? number.toPlainString()
            : String.valueOf(value);
    if (value != null && !text.isBlank()) {
      parts.add(label + "：" + text.strip());
    }
    return this;
  }
}
