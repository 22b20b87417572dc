package org.heliograph.analytics;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heliograph.privacy.PrivacyScan;

/**
 * The one form of a question under which it is counted, whoever wrote it how. What looks personal,
 * or is so long that it is somebody's story, has none: it is not counted, not even for an instant.
 */
final class Wording {
  private static final int LONGEST = 40;

  private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}·]+");

  /**
   * Part of some number that names a person, an account or a matter of theirs; document numbers and
   * articles have fewer figures.
   */
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[^\\p{L}\\d]*\\d){6,}");

  private Wording() {}

  static Optional<String> of(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    if (LONG_NUMBER.matcher(narrow).find()
        || !PrivacyScan.scan("", text).isEmpty()
        || !PrivacyScan.scan("", narrow).isEmpty()) {
      return Optional.empty();
    }
    String plain = NOISE.matcher(narrow.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return plain.isEmpty() || plain.length() > LONGEST ? Optional.empty() : Optional.of(plain);
  }
}
