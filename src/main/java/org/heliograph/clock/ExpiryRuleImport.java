package org.heliograph.clock;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.heliograph.importing.Column;
import org.heliograph.importing.ImportKind;
import org.heliograph.importing.ImportOptions;
import org.heliograph.importing.Refusals;
import org.heliograph.importing.RowReader;
import org.heliograph.record.ExpiryRule;
import org.heliograph.record.RecordTypes;
import org.heliograph.shared.RecordKind;

/** Rows of rules of expiry. */
@Singleton
public class ExpiryRuleImport extends ImportKind<ExpiryRule> {
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
  private static final int LONGEST = 1_200;
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("code").labelled("规则编码").required(),
          Column.text("kind").labelled("记录种类").required().oneOf(RecordKind.class),
          Column.text("organisationType").labelled("机关类型").noted("如 MARKET_REGULATION；不填则适用所有机关"),
          Column.text("programme").labelled("补贴项目").noted("项目编码；不填则适用所有项目"),
          Column.text("category").labelled("类别").noted("如 ADMINISTRATIVE_PENALTY；不填则适用所有类别"),
          Column.nested("measures"),
          Column.text("fineCeiling").labelled("较低数额罚款上限").noted("元"),
          Column.text("months").labelled("公示月数").required().noted("1至1200"),
          Column.text("untilBanEnd").labelled("限制期限更长的按限制期限").yesOrNo(),
          Column.text("basis").labelled("依据").required(),
          Column.date("effectiveFrom").labelled("生效日期"),
          Column.date("effectiveUntil").labelled("失效日期"));

  private final ExpiryRuleWriter writer;
  private final RecordTypes types;

  public ExpiryRuleImport(ExpiryRuleWriter writer, RecordTypes types) {
    this.writer = writer;
    this.types = types;
  }

  @Override
  public String word() {
    return "expiry-rules";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  protected ExpiryRule read(RowReader row, ImportOptions options) {
    String type = row.textOrNull("organisationType", 64);
    if (type != null && !TYPE.matcher(type).matches()) {
      row.refuse("organisationType", "has capital letters, digits and underscores, a letter first");
    }
    var draft =
        new ExpiryRule.Draft(
            row.text("code", 64),
            row.choice("kind", RecordKind.class),
            type,
            row.textOrNull("programme", 64),
            row.textOrNull("category", 64),
            row.texts("measures", RowReader.NAME),
            row.moneyOrNull("fineCeiling"),
            row.whole("months", 1, LONGEST),
            row.flag("untilBanEnd", false),
            row.text("basis", RowReader.NAME),
            row.dateOrNull("effectiveFrom"),
            row.dateOrNull("effectiveUntil"));
    if (draft.kind() == RecordKind.STATUTE_ARTICLE) {
      row.refuse("kind", "the law does not expire: it is repealed");
    }
    if (draft.programme() != null && draft.kind() != RecordKind.SUBSIDY_BENEFICIARY) {
      row.refuse("programme", "only receipts are paid under a programme");
    }
    var categories = types.of(draft.kind()).categories();
    if (draft.category() != null && !categories.contains(draft.category())) {
      row.refuse("category", "is one of " + new TreeSet<>(categories));
    }
    penalties(row, draft);
    if (draft.effectiveFrom() != null
        && draft.effectiveUntil() != null
        && draft.effectiveUntil().isBefore(draft.effectiveFrom())) {
      row.refuse("effectiveUntil", "lies before effectiveFrom");
    }
    return ExpiryRule.of(draft);
  }

  private static void penalties(RowReader row, ExpiryRule.Draft draft) {
    boolean asks = !draft.measures().isEmpty() || draft.fineCeiling() != null;
    if ((asks || draft.untilBanEnd()) && draft.kind() != RecordKind.CASE_OUTCOME) {
      row.refuse("kind", "only case outcomes have measures, fines and bans");
    }
    if (draft.fineCeiling() != null && draft.fineCeiling().signum() <= 0) {
      row.refuse("fineCeiling", "must be more than nothing");
    }
  }

  @Override
  protected String key(ExpiryRule rule) {
    return rule.code;
  }

  @Override
  protected List<Refusal> save(List<ExpiryRule> batch, ImportOptions options, Progress progress) {
    var outcome =
        writer.save(
            batch,
            options.authority(),
            (session, saved) -> progress.note(session, saved.written(), saved.unchanged()));
    return Refusals.of(outcome.refused(), batch, rule -> rule.code);
  }
}
