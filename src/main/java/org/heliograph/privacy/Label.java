package org.heliograph.privacy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the words before a value say that it is. The nearest word decides. */
enum Label {
  NONE,
  IDENTITY("身份证", "身份号", "身份证件", "证件号", "证件号码", "居民证", "ID", "IDCARD"),
  CARD("银行卡", "卡号", "一卡通", "社保卡", "保障卡", "惠农卡", "储蓄卡", "信用卡", "借记卡", "工资卡", "存折"),
  ACCOUNT("账号", "帐号", "账户", "帐户", "开户"),
  PHONE(
      "电话", "手机", "手机号", "联系方式", "联系", "联系人", "微信", "座机", "固话", "宅电", "TEL", "PHONE", "MOBILE",
      "拨打", "致电"),
  OFFICE(
      "监督电话", "举报电话", "咨询电话", "服务电话", "办公电话", "值班电话", "投诉电话", "受理电话", "公开电话", "窗口电话", "报名电话",
      "办公室电话", "热线", "热线电话", "传真", "传真电话", "总机", "监督举报电话", "FAX", "单位电话", "政务电话", "查询电话", "救援电话",
      "报警电话"),
  /** Somebody is named: whatever the words before say of a project, a number now is theirs. */
  PERSON(
      "负责人", "法定代表人", "姓名", "本人", "当事人", "村民", "同志", "先生", "女士", "户主", "经办人", "申请人", "受益人", "被处罚人",
      "家属"),
  CREDIT_CODE("信用代码", "社会信用代码"),
  AMOUNT(
      "金额", "合计", "共计", "总计", "资金", "预算", "投资", "价款", "人民币", "总额", "余额", "¥", "￥", "$", "RMB",
      "CNY", "面积", "产值", "收入", "支出", "限价", "造价", "标价"),
  CODE(
      "编号", "编码", "代码", "代号", "合同号", "合同", "流水", "流水号", "单号", "订单", "订单号", "票号", "发票", "发票号", "凭证",
      "文号", "案号", "许可证", "许可证号", "执照", "登记证", "产权证", "不动产", "宗地", "宗地号", "地块", "图号", "批号", "批次",
      "项目", "招标", "采购", "标段", "备案", "备案号", "受理", "受理号", "序列号", "条码", "条形码", "追溯码", "监管码", "联行号",
      "行号", "税号", "识别号", "登记号", "序号", "注册号", "组织机构", "文书", "处罚", "决定书", "ISBN", "ISSN", "NO", "NO.",
      "单元号", "设备号", "IMEI", "资产", "车架号", "发动机号", "VIN", "户号", "标识码", "图斑", "证书", "证书号", "资格证",
      "防伪码", "校验码", "事项", "版本", "档案", "档案号", "报建号", "结算单", "申请号", "专利号", "出版号", "书号", "刊号", "仪表",
      "表号", "运单", "房产证", "产权证号", "监督码", "索引号", "电表", "水表", "业务号", "工单", "型号", "规格", "标准", "车次",
      "航班", "货号", "件号", "台账号", "建档号");

  private static final int WINDOW = 18;

  /** What may stand between a word and its value: 编号为第…, 金额共计…. */
  private static final String LINKS = "号码为是第共约达计字总元万亿";

  private static final Map<Character, List<Word>> WORDS =
      Stream.of(values())
          .flatMap(label -> Arrays.stream(label.words).map(word -> new Word(label, word)))
          .sorted(Comparator.comparingInt((Word word) -> -word.text.length()))
          .collect(Collectors.groupingBy(word -> word.text.charAt(0)));

  private final String[] words;

  Label(String... words) {
    this.words = words;
  }

  /** A word, and what it says. */
  record Word(Label label, String text) {
    static final Word ABSENT = new Word(NONE, "");
    static final Word SOME_NUMBER = new Word(CODE, "");
  }

  /** The word that stands nearest before an offset, in the same clause. */
  static Word before(ScannedText text, int offset) {
    int from = offset;
    while (from > 0 && offset - from < WINDOW && !endsClause(text.at(from - 1))) {
      from--;
    }
    if (from == offset) {
      return Word.ABSENT;
    }
    String window = text.part(from, offset).toUpperCase(Locale.ROOT);
    Word nearest = Word.ABSENT;
    int nearestEnd = 0;
    for (int at = 0; at < window.length(); at++) {
      for (Word word : WORDS.getOrDefault(window.charAt(at), List.of())) {
        int end = at + word.text.length();
        // where two end together the one that begins first says more
        if (end > nearestEnd
            && window.startsWith(word.text, at)
            && isWhole(window, at, word.text)
            && word.label.reaches(window, end)) {
          nearest = word;
          nearestEnd = end;
        }
      }
    }
    return nearest == Word.ABSENT && namesSomeNumber(window) ? Word.SOME_NUMBER : nearest;
  }

  /**
   * Whether the words end in a 号 of some kind that is not known here: 学籍号, 报名号. A 证号 may be that of
   * an identity card, and 3号 or 牌号 say nothing.
   */
  private static boolean namesSomeNumber(String window) {
    int at = window.length() - 1;
    while (at > 0 && ": (=".indexOf(window.charAt(at)) >= 0) {
      at--;
    }
    return at > 1
        && window.charAt(at) == '号'
        && Character.isIdeographic(window.charAt(at - 1))
        && "证牌照一二三四五六七八九十".indexOf(window.charAt(at - 1)) < 0;
  }

  /**
   * Whether the word still speaks of a value after these words. What makes a value harmless must
   * stand right before it: 项目编号 does, the 项目 of 项目负责人张三 does not.
   */
  private boolean reaches(String window, int from) {
    if (this != CODE && this != AMOUNT && this != CREDIT_CODE) {
      return true;
    }
    for (int i = from; i < window.length(); i++) {
      char c = window.charAt(i);
      if (Character.isIdeographic(c) && LINKS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** ID is none in VALID, nor NO in NOTE. */
  private static boolean isWhole(String window, int at, String word) {
    if (!ScannedText.isLetter(word.charAt(0))) {
      return true;
    }
    int end = at + word.length();
    return (at == 0 || !ScannedText.isLetter(window.charAt(at - 1)))
        && (end == window.length() || !ScannedText.isLetter(window.charAt(end)));
  }

  private static boolean endsClause(char c) {
    return switch (c) {
      case '\n', '\t', '。', ';', ',', '、', '|', '!', '?', '"' -> true;
      default -> false;
    };
  }
}
