package org.heliograph.statute;

import static org.heliograph.record.FieldType.DATE;
import static org.heliograph.record.FieldType.KEYWORD;
import static org.heliograph.record.FieldType.TEXT;
import static org.heliograph.visibility.FieldClass.OPEN;

import jakarta.inject.Singleton;
import java.util.List;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordType;
import org.heliograph.record.Renown;
import org.heliograph.shared.Citation;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/** How statute articles describe themselves to the engines. */
@Singleton
public class StatuteArticleType extends RecordType<StatuteArticle> {
  public StatuteArticleType() {
    super(
        List.of(
            RecordField.<StatuteArticle>of("law", OPEN, KEYWORD, a -> a.lawKey)
                .column("law_key")
                .filter()
                .facet(),
            RecordField.<StatuteArticle>of("article", OPEN, KEYWORD, a -> a.article)
                .column("article")
                .filter(),
            RecordField.<StatuteArticle>of("citation", OPEN, KEYWORD, a -> citation(a))
                .identifier(),
            RecordField.<StatuteArticle>of("cites", OPEN, KEYWORD, a -> cites(a)),
            RecordField.<StatuteArticle>of("text", OPEN, TEXT, a -> a.text).column("text"),
            RecordField.<StatuteArticle>of("effectiveFrom", OPEN, DATE, a -> a.effectiveFrom)
                .column("effective_from")
                .filter(),
            RecordField.<StatuteArticle>of("repealedOn", OPEN, DATE, a -> a.repealedOn)
                .column("repealed_on")
                .filter(),
            // always has a value, so that "in force" is a range
            RecordField.<StatuteArticle>of("standsUntil", OPEN, DATE, StatuteArticle::standsUntil)
                .column("stands_until")
                .filter()));
  }

  private static @Nullable String citation(StatuteArticle article) {
    return Citation.key(article.law, article.article).orElse(null);
  }

  private static List<String> cites(StatuteArticle article) {
    return List.copyOf(CitedLaws.in(article.text, article.lawKey));
  }

  @Override
  public Renown renown() {
    return new Renown("law", "cites");
  }

  /** A title is law and number: words of it would outweigh the text. Measured: .407 to .346. */
  @Override
  public float titleWeight() {
    return 0;
  }

  /** The law is suggested, by its name: not each of its articles. */
  @Override
  public boolean isSuggested() {
    return false;
  }

  @Override
  public RecordKind kind() {
    return RecordKind.STATUTE_ARTICLE;
  }

  @Override
  public Class<StatuteArticle> entity() {
    return StatuteArticle.class;
  }

  @Override
  public String defaultSort() {
    return "publishedAt";
  }
}
