package org.heliograph.statute;

import java.util.regex.Pattern;

/** Laws are cited with and without the state's name and book-title marks: 《中华人民共和国民法典》 is 民法典. */
public final class LawName {
  private static final String STATE = "中华人民共和国";
  private static final Pattern MARKS = Pattern.compile("[《》〈〉\\s]");

  private LawName() {}

  /** The form under which all citations of a law meet. */
  public static String key(String name) {
    String bare = MARKS.matcher(name).replaceAll("");
    return bare.startsWith(STATE) && bare.length() > STATE.length()
        ? bare.substring(STATE.length())
        : bare;
  }
}
