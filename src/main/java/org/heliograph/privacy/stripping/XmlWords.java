package org.heliograph.privacy.stripping;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Empties attributes and elements of an XML text by their local names, and leaves every other
 * character as it is: a parser and a writer would not. The text is well-formed.
 */
final class XmlWords {
  private final String in;
  private final Set<String> names;
  private final StringBuilder out;

  private XmlWords(String in, Set<String> names) {
    this.in = in;
    this.names = names;
    out = new StringBuilder(in.length());
  }

  /** Empties the attributes of these local names. */
  static String withoutAttributes(String xml, Set<String> names) {
    var words = new XmlWords(xml, names);
    words.walk();
    return words.out.toString();
  }

  /** Empties the elements of a local name, which hold text alone. */
  static String withoutText(String xml, String element) {
    return Pattern.compile("(<(?:[\\w.-]+:)?" + element + "(?:\\s[^<>]*)?(?<!/)>)[^<]*(?=</)")
        .matcher(xml)
        .replaceAll("$1");
  }

  private void walk() {
    int at = 0;
    while (at < in.length()) {
      if (in.charAt(at) != '<') {
        at = copy(at, upTo("<", at));
      } else if (in.startsWith("<!--", at)) {
        at = copy(at, behind("-->", at));
      } else if (in.startsWith("<![CDATA[", at)) {
        at = copy(at, behind("]]>", at));
      } else if (in.startsWith("<?", at)) {
        at = copy(at, behind("?>", at));
      } else {
        at = tag(at);
      }
    }
  }

  private int tag(int start) {
    int at = start;
    while (at < in.length() && in.charAt(at) != '>') {
      char c = in.charAt(at);
      if (c == '"' || c == '\'') {
        int end = in.indexOf(c, at + 1);
        int close = end < 0 ? in.length() : end;
        out.append(c);
        if (!names.contains(nameBefore())) {
          out.append(in, Math.min(at + 1, close), close);
        }
        at = close;
        if (at < in.length()) {
          out.append(c);
        }
      } else {
        out.append(c);
      }
      at++;
    }
    if (at < in.length()) {
      out.append('>');
    }
    return at + 1;
  }

  /** The local name of the attribute whose value begins where the output ends. */
  private String nameBefore() {
    int end = out.length() - 1;
    while (end > 0 && (out.charAt(end - 1) == '=' || Character.isWhitespace(out.charAt(end - 1)))) {
      end--;
    }
    int start = end;
    while (start > 0 && isName(out.charAt(start - 1))) {
      start--;
    }
    String name = out.substring(start, end);
    return name.substring(name.indexOf(':') + 1);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.';
  }

  private int upTo(String word, int from) {
    int found = in.indexOf(word, from);
    return found < 0 ? in.length() : found;
  }

  private int behind(String word, int from) {
    return Math.min(in.length(), upTo(word, from) + word.length());
  }

  private int copy(int from, int to) {
    out.append(in, from, to);
    return to;
  }
}
