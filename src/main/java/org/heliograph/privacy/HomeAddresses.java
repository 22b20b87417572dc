package org.heliograph.privacy;

import java.util.regex.Pattern;

/**
 * Addresses that lead to somebody's door: a village's group and house number, an estate's building,
 * unit and room, a street's number and room; and a street's number alone after words that say that
 * somebody lives there. A street's number without those is where an office or a shop is. Each
 * candidate is matched in a clause of bounded length that ends with the number, so that the
 * patterns never see a long text.
 */
final class HomeAddresses implements Detector {
  private static final int LONGEST = 60;

  /** How far back the words for a home stand. */
  private static final int NEAR = 12;

  /** How far back the name of an organisation may stand. */
  private static final int WIDE = 60;

  private static final String N = "[0-9一二三四五六七八九十百]{1,5}";
  private static final String HAN = "[一-鿿]";
  private static final String ROAD = "[一-鿿0-9](?:路|街|巷|道|弄|胡同|里)";

  /** What is counted is no room. */
  private static final String UNITS = "号室房户年月日人元亩米平公万亿吨斤个块条台层楼部辆株头只名期次项";

  private static final Pattern VILLAGE =
      Pattern.compile(
          HAN
              + "(?:村|社区|屯|寨|庄|自然村|村民委员会|村委会)(?:"
              + HAN
              + "{0,6}?(?:第?"
              + N
              + "|"
              + HAN
              + "{1,4})(?:村民小组|村民组|小组|组|社|队|屯|湾|巷|街|路))?\\s?(?:第|附)?"
              + N
              + "(?:-[0-9]{1,4})?号$");

  private static final Pattern ESTATE =
      Pattern.compile(
          "(?:小区|花园|家园|公寓|"
              + HAN
              + "{2})\\s?[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}$|"
              + HAN
              + "[0-9A-Za-z·]{0,6}\\s?[0-9A-Za-z一二三四五六七八九十]{1,4}\\s?(?:栋|幢|号楼|座|#楼|单元|期)"
              + "(?:[一-鿿0-9A-Za-z\\- ]{0,16}[一-鿿\\- ])?[0-9A-Za-z]{1,5}(?:-[0-9]{1,4})?\\s?(?:室|房|号)?$");

  private static final Pattern STREET =
      Pattern.compile(
          ROAD
              + HAN
              + "{0,4}?\\s?(?:附)?"
              + N
              + "(?:-[0-9]{1,4})?号[一-鿿0-9A-Za-z\\- ]{0,20}[0-9A-Za-z]{1,5}(?:室|房|号)$");

  private static final Pattern STREET_NUMBER =
      Pattern.compile(
          "[一-鿿0-9](?:路|街|巷|道|弄|胡同|里|村|组|社|屯|寨)"
              + HAN
              + "{0,8}?\\s?(?:附)?"
              + N
              + "(?:-[0-9]{1,4})?号$");

  private static final Pattern HOME =
      Pattern.compile("(?:住址|家住|现住|居住|户籍|户口|家庭地址|常住|租住|住在|住于|家在|家址|[^所]住[:为]?\\s?$)");

  /** Words for where a person lives or an organisation is registered. */
  private static final Pattern SEAT_OR_HOME = Pattern.compile("(?:住所地?|地址)[:为是]?\\s?$");

  private static final Pattern ORGANISATION =
      Pattern.compile("公司|合作社|经营部|店|厂|中心|局|政府|委员会|医院|学校|饭馆|超市|商行|企业|单位|法人|办公|注册|营业");

  private static final Pattern OFFICE =
      Pattern.compile(
          "(?:办公|政务|大楼|大厅|大厦|写字楼|政府|委员会办|村委会办|服务中心|行政中心|便民|窗口|公司|企业|厂|商铺|门面|门市|经营|注册地|单位|机关|会议|报名|开标|投标|受理|所在地|学校|医院|法院|分局|消防|工程|施工|项目|维修)");

  @Override
  public void find(ScannedText text, Hits hits) {
    for (int run = 0; run < text.runs(); run++) {
      if (isRoom(text, run)) {
        find(text, hits, text.end(run));
      }
    }
    for (int i = 1; i < text.length(); i++) {
      if (isDoor(text.at(i)) && isNumeral(text, i - 1) && !isOfDocument(text, i)) {
        find(text, hits, i + 1);
      }
    }
  }

  /** 3栋2-501, 小区3-2-501: a room without its word. */
  private static boolean isRoom(ScannedText text, int run) {
    if (text.size(run) > 4 || !isEnd(text.at(text.end(run)))) {
      return false;
    }
    int at = text.start(run) - 1;
    for (int i = 0; i < 8 && (text.at(at) == '-' || ScannedText.isDigit(text.at(at))); i++) {
      at--;
    }
    boolean building = "栋幢座楼元".indexOf(text.at(at)) >= 0;
    if (text.size(run) <= 2) {
      return text.at(at) == '元' && text.at(at - 1) == '单';
    }
    return building || text.at(text.start(run) - 1) == '-' && "区园苑府城庭".indexOf(text.at(at)) >= 0;
  }

  private static boolean isEnd(char c) {
    return UNITS.indexOf(c) < 0 && !ScannedText.isLetter(c) && c != '-' && c != '.' && c != '%';
  }

  /** 〔2026〕12号 and 第12号 lead to no door, nor does the number of a room in them. */
  private static boolean isOfDocument(ScannedText text, int door) {
    int at = door - 1;
    for (int i = 0; i < 6 && isNumeral(text, at) && text.at(at) != ' '; i++) {
      at--;
    }
    return text.at(at) == ']' || text.at(at) == ')' || text.at(at) == '第' && text.at(at - 1) != '组';
  }

  private static boolean isDoor(char c) {
    return c == '号' || c == '室' || c == '房';
  }

  private static boolean isNumeral(ScannedText text, int i) {
    char c = text.at(i) == ' ' ? text.at(i - 1) : text.at(i);
    return ScannedText.isDigit(c) || ScannedText.isLetter(c) || "一二三四五六七八九十百".indexOf(c) >= 0;
  }

  private static void find(ScannedText text, Hits hits, int end) {
    int from = end;
    while (end - from < LONGEST && !endsClause(text.at(from - 1))) {
      from--;
    }
    // 3栋2单元501室 after 12号: the whole is found from its last part
    if (goesOn(text, end)) {
      return;
    }
    String clause = text.part(from, end);
    int start = from + residence(clause);
    String address = clause.substring(start - from);
    boolean detailed = isDetailed(address);
    if (!detailed && !matches(STREET_NUMBER, address)) {
      return;
    }
    String before = text.part(Math.max(0, start - NEAR), start);
    boolean office = OFFICE.matcher(clause).find() || OFFICE.matcher(before).find();
    boolean found =
        detailed && !office
            || HOME.matcher(before).find()
            || !office && SEAT_OR_HOME.matcher(before).find() && !isOrganisation(text, start);
    if (found && hits.isFree(start, end)) {
      hits.add(Category.HOME_ADDRESS, Severity.HIGH, start, end, "");
    }
  }

  private static boolean isDetailed(String address) {
    return matches(VILLAGE, address) || matches(ESTATE, address) || matches(STREET, address);
  }

  private static boolean matches(Pattern pattern, String address) {
    return pattern.matcher(address).find();
  }

  private static boolean isOrganisation(ScannedText text, int start) {
    return ORGANISATION.matcher(text.part(Math.max(0, start - WIDE), start)).find();
  }

  /** Where the address begins in its clause: after the words that say that somebody lives there. */
  private static int residence(String clause) {
    var words = RESIDENCE.matcher(clause);
    int start = 0;
    while (words.find()) {
      start = words.end();
    }
    return start < clause.length() - 3 ? start : 0;
  }

  private static final Pattern RESIDENCE =
      Pattern.compile(
          "(?:家庭住址|家庭地址|住址|住所地|住所|家住|现住址|现住|居住在|居住于|居住地|户籍地址|户籍所在地|户籍地|户籍|户口所在地|常住|租住|住在|住于|家在|地址|住)(?:为|是|在|于)?[:：]?\\s?|[:(]");

  private static boolean goesOn(ScannedText text, int end) {
    int to = end;
    while (to - end < 16 && !endsClause(text.at(to))) {
      if (to > end && isDoor(text.at(to)) && isNumeral(text, to - 1)) {
        return true;
      }
      to++;
    }
    return text.at(end) == '楼';
  }

  private static boolean endsClause(char c) {
    return switch (c) {
      case '\n', '\t', '。', ';', ',', '、', '|', '!', '?', '"' -> true;
      default -> false;
    };
  }
}
