package org.heliograph.statute;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.RecordNode;
import org.heliograph.graphql.RecordOrTombstone;
import org.heliograph.graphql.RecordView;
import org.jspecify.annotations.Nullable;

/** A statute article as the schema shows it. */
@Name("StatuteArticle")
@Description("An article of a statute 法条: reference data, public for all.")
public class StatuteArticleView extends RecordView implements RecordNode, RecordOrTombstone {
  private final StatuteArticle row;

  public StatuteArticleView(Visible<StatuteArticle> visible) {
    super(visible);
    row = visible.row();
  }

  @NonNull
  @Description("Name of the law as its source writes it.")
  public String getLaw() {
    return row.law;
  }

  @NonNull
  @Description("Article number, for example 第五十四条.")
  public String getArticle() {
    return row.article;
  }

  @NonNull
  @Description("Text of the article.")
  public String getText() {
    return row.text;
  }

  @Nullable
  @Description("Date from which it applies; null when the source does not say.")
  public LocalDate getEffectiveFrom() {
    return row.effectiveFrom;
  }

  @Nullable
  @Description(
      "Date on which it was repealed; null when it is in force or the source does not say.")
  public LocalDate getRepealedOn() {
    return row.repealedOn;
  }
}
