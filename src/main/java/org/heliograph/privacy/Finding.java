package org.heliograph.privacy;

/**
 * Something personal, and where it stands. It holds no part of what was found, so that it may be
 * stored, shown and logged.
 *
 * @param place where an editor looks: {@code steps[2].content}, {@code sheet 名单 (hidden), cell D7}
 * @param start offset in the text of that place, in UTF-16 units, inclusive
 * @param end the same, exclusive
 * @param excerpt the masked form after the word that stands before it: 身份证号：【身份证号已隐去】
 */
public record Finding(
    Category category, Severity severity, String place, int start, int end, String excerpt) {

  /** The same in a text that begins so much later, or at it where the finding begins before. */
  Finding movedBack(int characters) {
    return at(place, characters);
  }

  Finding at(String otherPlace, int origin) {
    return new Finding(
        category, severity, otherPlace, Math.max(0, start - origin), end - origin, excerpt);
  }

  Finding weighing(Severity other) {
    return new Finding(category, other, place, start, end, excerpt);
  }
}
