package org.heliograph.statute;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.heliograph.graphql.CommonFilter;
import org.heliograph.record.Criterion;
import org.jspecify.annotations.Nullable;

/** What a list of statute articles may be narrowed by. */
@Input("StatuteArticleFilter")
@Description("Narrows a list of statute articles; all given parts must hold.")
public class StatuteArticleFilter extends CommonFilter {
  @Nullable
  @Description("Names of laws, with or without 《》 and 中华人民共和国.")
  public List<@NonNull String> laws;

  @Nullable
  @Description("Article numbers as the source writes them, for example 第五十四条.")
  public List<@NonNull String> articles;

  @Nullable
  @Description(
      "true: only what is repealed today; false: only what is not. An article whose source names no date of repeal counts as not repealed.")
  public Boolean repealed;

  /**
   * Without {@code repealed}, which depends on the day: {@link #criteria(LocalDate)} has it all.
   */
  @Override
  public List<Criterion> criteria() {
    return undated().criteria();
  }

  List<Criterion> criteria(LocalDate today) {
    var criteria = undated();
    if (repealed != null) {
      if (repealed) {
        criteria.between("standsUntil", null, today.minusDays(1));
      } else {
        criteria.between("standsUntil", today, null);
      }
    }
    return criteria.criteria();
  }

  private Criterion.Collector undated() {
    return common()
        .anyOf("law", laws == null ? null : laws.stream().map(LawName::key).toList())
        .anyOf("article", articles);
  }
}
