package org.heliograph.statute;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.heliograph.record.Origin;
import org.heliograph.record.PublicRecord;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * One article of a statute. Its code is the id in its source, because a law and an article number
 * do not name it uniquely.
 */
@Entity
@Table(name = "statute_article")
public class StatuteArticle extends PublicRecord {
  private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

  public String law;

  /** The law's name without the state's name in front, by which links find it. */
  @Column(name = "law_key")
  public String lawKey;

  public String article;
  public String text;

  @Column(name = "effective_from")
  public @Nullable LocalDate effectiveFrom;

  @Column(name = "repealed_on")
  public @Nullable LocalDate repealedOn;

  /** Content of an article as a source gives it; unknown dates are null. */
  public record Draft(
      String law,
      String article,
      String text,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate repealedOn) {}

  public static StatuteArticle draft(Draft draft, Origin origin) {
    var article = new StatuteArticle();
    article.begin(origin);
    article.law = draft.law();
    article.lawKey = LawName.key(draft.law());
    article.article = draft.article();
    article.text = draft.text();
    article.effectiveFrom = draft.effectiveFrom();
    article.repealedOn = draft.repealedOn();
    return article;
  }

  /** The last day on which the article stands; the open end when no repeal is known. */
  LocalDate standsUntil() {
    return repealedOn == null ? OPEN_END : repealedOn.minusDays(1);
  }

  @Override
  protected void blank() {
    text = "";
  }

  @Override
  public RecordKind kind() {
    return RecordKind.STATUTE_ARTICLE;
  }
}
