package org.heliograph.analytics;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses whether a question names a person. Rather one too many: a question that is held back is
 * missed by nobody but the statistics. A rare name that is also a word passes.
 */
final class PersonNames {
  /** 40 MB of dictionaries, read when the first question is old enough to be told. */
  private static @Nullable Segment segment;

  private static final Pattern LETTERS = Pattern.compile("[a-z ]+");

  private static final Pattern COMPOUND =
      Pattern.compile(
          "欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|宇文|长孙|端木|南宫|独孤|轩辕|呼延|澹台|闻人|赫连|钟离|鲜于|太史|申屠|公冶|濮阳|淳于|单于");

  private PersonNames() {}

  /**
   * @param known names of places, organisations, programmes and laws, which are no persons
   * @param nothing whether nothing is found: then letters alone may be somebody's name in pinyin
   */
  static boolean in(String wording, Collection<String> known, boolean nothing) {
    if (LETTERS.matcher(wording).matches()) {
      return nothing;
    }
    String rest = wording;
    for (String name : known) {
      rest = rest.replace(name, " ");
    }
    if (rest.contains("·") || COMPOUND.matcher(rest).find()) {
      return true;
    }
    for (Term term : segment().seg(rest)) {
      if (isPerson(term.nature)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPerson(@Nullable Nature nature) {
    return nature != null && nature.startsWith("nr");
  }

  private static synchronized Segment segment() {
    Segment known = segment;
    if (known == null) {
      known =
          HanLP.newSegment()
              .enableNameRecognize(true)
              .enableTranslatedNameRecognize(true)
              .enableJapaneseNameRecognize(true);
      segment = known;
    }
    return known;
  }
}
