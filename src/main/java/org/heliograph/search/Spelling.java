package org.heliograph.search;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ways in which somebody may type a name, from any of its characters on: the characters
 * themselves, their pinyin, and the first letters of it. Bounded, because each way stands in the
 * index with all of its beginnings.
 *
 * @param typed characters and initials from each character on
 * @param sounds pinyin without tones from each character on
 * @param begins all three from the first character on
 */
public record Spelling(Set<String> typed, Set<String> sounds, Set<String> begins) {
  /** A title is searched for by what stands in its first part. */
  private static final int CHARACTERS = 40;

  /** Whoever has typed so many characters, or letters of pinyin, has said enough to find it. */
  private static final int LONGEST = 12;

  private static final int LONGEST_SOUND = 24;

  private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LETTERS = Pattern.compile("[a-z]+");

  public static Spelling of(String name) {
    String plain = plain(name);
    String text = plain.substring(0, Math.min(plain.length(), CHARACTERS));
    List<String> syllables = syllables(text);
    var typed = new LinkedHashSet<String>();
    var sounds = new LinkedHashSet<String>();
    var begins = new LinkedHashSet<String>();
    for (int from = 0; from < text.length(); from++) {
      String characters = text.substring(from, Math.min(text.length(), from + LONGEST));
      String sound = sound(syllables, from);
      String initials = initials(syllables, from);
      typed.add(characters);
      typed.add(initials);
      sounds.add(sound);
      if (from == 0) {
        begins.addAll(List.of(characters, initials, sound));
      }
    }
    return new Spelling(typed, sounds, begins);
  }

  /** What was typed, as it stands at the beginning of one of the ways. */
  public static String typed(String text) {
    String plain = plain(text);
    int longest = isLatin(plain) ? LONGEST_SOUND : LONGEST;
    return plain.substring(0, Math.min(plain.length(), longest));
  }

  /** Letters alone: pinyin, or the first letters of it. */
  public static boolean isLatin(String plain) {
    return LETTERS.matcher(plain).matches();
  }

  public static boolean isHan(String plain) {
    return HAN.matcher(plain).find();
  }

  /** Simplified characters, half-width and lower case, letters and digits alone. */
  public static String plain(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return NOISE.matcher(OneForm.simplified(narrow)).replaceAll("");
  }

  /** For each character its pinyin as this word is read (会计 is kuaiji), others as they are. */
  public static List<String> syllables(String plain) {
    List<Pinyin> read = HanLP.convertToPinyinList(plain);
    var syllables = new ArrayList<String>(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      Pinyin pinyin = i < read.size() ? read.get(i) : Pinyin.none5;
      syllables.add(
          pinyin == Pinyin.none5 ? plain.substring(i, i + 1) : pinyin.getPinyinWithoutTone());
    }
    return syllables;
  }

  private static String sound(List<String> syllables, int from) {
    var sound = new StringBuilder();
    for (int i = from; i < syllables.size() && sound.length() < LONGEST_SOUND; i++) {
      sound.append(syllables.get(i));
    }
    return sound.substring(0, Math.min(sound.length(), LONGEST_SOUND));
  }

  private static String initials(List<String> syllables, int from) {
    var initials = new StringBuilder();
    for (int i = from; i < syllables.size() && initials.length() < LONGEST; i++) {
      initials.append(syllables.get(i).charAt(0));
    }
    return initials.toString();
  }
}
