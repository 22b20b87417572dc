package org.heliograph.privacy;

import java.util.List;
import java.util.Locale;

/** E-mail addresses. Those of authorities (gov.cn) are shown and stop nothing. */
final class Emails implements Detector {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_DOMAIN = 120;
  private static final List<String> COMMON = List.of(".com", ".cn", ".net", ".org");

  @Override
  public void find(ScannedText text, Hits hits) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.at(at);
      if (c == '@') {
        find(text, hits, at, at + 1);
      } else if (c == '#' || (c == '(' || c == '[') && isAt(text, at)) {
        findDisguised(text, hits, at);
      }
    }
  }

  /** zhangsan(at)example.com, zhangsan#example.com: only before a domain that is in use here. */
  private static void findDisguised(ScannedText text, Hits hits, int at) {
    int domain = text.at(at) == '#' ? at + 1 : at + 4;
    int end = domain;
    while (end - domain < LONGEST_DOMAIN && isOfDomain(text.at(end))) {
      end++;
    }
    String host = text.part(domain, end).toLowerCase(Locale.ROOT);
    if (COMMON.stream().anyMatch(host::endsWith) && !Surroundings.isInLink(text, at)) {
      find(text, hits, at, domain);
    }
  }

  private static boolean isAt(ScannedText text, int at) {
    char close = text.at(at + 3);
    return Character.toLowerCase(text.at(at + 1)) == 'a'
        && Character.toLowerCase(text.at(at + 2)) == 't'
        && (close == ')' || close == ']');
  }

  private static void find(ScannedText text, Hits hits, int at, int afterSign) {
    int nameEnd = text.at(at - 1) == ' ' ? at - 1 : at;
    int start = nameEnd;
    while (nameEnd - start < LONGEST_NAME && isOfName(text.at(start - 1))) {
      start--;
    }
    int domain = text.at(afterSign) == ' ' ? afterSign + 1 : afterSign;
    int end = domain;
    while (end - domain < LONGEST_DOMAIN && isOfDomain(text.at(end))) {
      end++;
    }
    while (end > domain && !isAlphanumeric(text.at(end - 1))) {
      end--;
    }
    while (start < nameEnd && !isAlphanumeric(text.at(start))) {
      start++;
    }
    if (start == nameEnd || end == domain || text.at(at - 1) == ' ' && text.at(afterSign) != ' ') {
      return;
    }
    String host = text.part(domain, end).toLowerCase(Locale.ROOT);
    int dot = host.lastIndexOf('.');
    boolean named =
        dot > 0 && host.length() - dot > 2 && ScannedText.isLetter(host.charAt(dot + 1));
    // a link's user (ssh, ftp) is no address
    boolean linked = text.at(start - 1) == '/' && text.at(start - 2) == '/';
    if (named && !linked && hits.isFree(start, end)) {
      boolean office = host.equals("gov.cn") || host.endsWith(".gov.cn");
      hits.add(Category.EMAIL, office ? Severity.NOTICE : Severity.HIGH, start, end);
    }
  }

  private static boolean isOfName(char c) {
    return isAlphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
  }

  private static boolean isOfDomain(char c) {
    return isAlphanumeric(c) || c == '.' || c == '-';
  }

  private static boolean isAlphanumeric(char c) {
    return ScannedText.isDigit(c) || ScannedText.isLetter(c);
  }
}
