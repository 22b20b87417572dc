package org.heliograph.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyScanTest {
  private static final String IDENTITY = Invented.withCheck("99012119900307234");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          产品TEL:13800123456 | MOBILE | 13800123456
          项目负责人张三13800123456 | MOBILE | 13800123456
          微信号wx13800123456 | MOBILE | 13800123456
          电话(0851)8512-3456转801。 | LANDLINE | (0851)8512-3456转801
          联系电话：85123456 | LANDLINE | 85123456
          邮箱zhang＠ｅｘａｍｐｌｅ．ｃｏｍ | EMAIL | zhang＠ｅｘａｍｐｌｅ．ｃｏｍ
          13800123456@example.com | EMAIL | 13800123456@example.com
          京A1234领 | LICENCE_PLATE | 京A1234领
          使014578号车 | LICENCE_PLATE | 使014578
          (138)0012-3456 | MOBILE | 138)0012-3456
          打卡发放：张某某 9400 5658 1887 6334 900 1200元 | BANK_CARD | 9400 5658 1887 6334 900
          家住翠湖小区30-28-903的张某某 | HOME_ADDRESS | 翠湖小区30-28-903
          3-13800123456 | MOBILE | 13800123456
          zhangsan(at)example.com | EMAIL | zhangsan(at)example.com
          台湾居民来往大陆通行证12345678 | PASSPORT | 12345678
          人民路88号阳光小区6号楼3单元402室 | HOME_ADDRESS | 人民路88号阳光小区6号楼3单元402室
          港澳通行证C12345678 | PASSPORT | C12345678
          电话①③⑧⓪⓪①②③④⑤⑥ | MOBILE | ①③⑧⓪⓪①②③④⑤⑥
          电话&#49;3800123456。 | MOBILE | &#49;3800123456
          电话1380012345&#x36;。 | MOBILE | 1380012345&#x36;
          电话138OO12345l。 | MOBILE | 138OO12345l
          家住阳光小区3-2-501 | HOME_ADDRESS | 阳光小区3-2-501
          当事人住所地：清源县人民路12号 | HOME_ADDRESS | 清源县人民路12号
          """)
  void a_value_is_found_whole_and_alone(String text, Category category, String value) {
    List<Finding> findings = PrivacyScan.scan("", text);
    assertEquals(1, findings.size(), findings::toString);
    assertEquals(category, findings.getFirst().category());
    assertEquals(value, found(text, findings.getFirst()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "编号：13800123456",
        "耕地地力保护补贴：全村312户、1486.27亩",
        "邻里访问不少于3户",
        "高新A10001地块",
        "学籍号G80079974",
        "金额（元）：17287523630",
        "公告 520121-20260312-0015",
        "金额13800123456元",
        "坐标106.13800123456",
        "清源县某某有限公司，住所地：清源县人民路12号3楼302室",
        "热线电话0851-12345",
        "https://example.cn/art/13800123456.html",
        "身份证号9901**********2341",
        "ZB-13800123456-01",
        "步骤①②③各2份，共13800件",
        "型号IlO0100OO0O与A138OO12345l",
        "A&#49;&#50;B"
      })
  void what_is_no_persons_is_not_found(String text) {
    assertEquals(List.of(), PrivacyScan.scan("", text));
  }

  @Test
  void numbers_that_share_an_area_code_are_all_found() {
    String text = "电话0851-85123456、85123457/85123458";
    assertEquals(
        List.of("0851-85123456", "85123457", "85123458"),
        PrivacyScan.scan("", text).stream().map(each -> found(text, each)).toList());
  }

  @Test
  void offsets_are_those_of_the_original_whatever_was_invisible_in_it() {
    String text = "𠮷\u200B身份证" + IDENTITY.substring(0, 5) + "\u200B" + IDENTITY.substring(5) + "。";
    Finding finding = PrivacyScan.scan("title", text).getFirst();
    assertEquals(IDENTITY, found(text, finding).replace("\u200B", ""));
    assertEquals("𠮷\u200B身份证【身份证号已隐去】。", Masking.mask(text, List.of(finding)));
  }

  @Test
  void a_finding_says_nothing_of_the_value_or_of_its_neighbours() {
    String text = "张小三身份证号：%s，电话13800123456".formatted(IDENTITY);
    String said =
        PrivacyScan.scan("remarks", text).stream()
            .map(Finding::toString)
            .collect(Collectors.joining());
    assertTrue(said.contains("身份证：【身份证号已隐去】"), said);
    for (String part : List.of("张小三", "9901", "2341", "138", "3456")) {
      assertFalse(said.contains(part), said);
    }
  }

  @Test
  void a_wrong_check_digit_is_personal_only_where_the_words_say_so() {
    String wrong = IDENTITY.substring(0, 17) + (IDENTITY.endsWith("1") ? "2" : "1");
    assertEquals(1, PrivacyScan.scan("", "身份证号：" + wrong).size());
    assertEquals(0, PrivacyScan.scan("", "记录" + wrong).size());
  }

  @Test
  void an_offices_telephone_weighs_nothing_and_an_unnamed_one_little() {
    assertEquals(Severity.NOTICE, PrivacyScan.scan("", "监督电话：0851-85123456").getFirst().severity());
    assertEquals(Severity.LOW, PrivacyScan.scan("", "联系电话：0851-85123456").getFirst().severity());
    assertEquals(Severity.HIGH, PrivacyScan.scan("", "监督电话：13800123456").getFirst().severity());
  }

  @Test
  void a_field_for_an_offices_contact_may_hold_its_telephone_but_no_identity_number() {
    var findings =
        RecordScan.scan(
            List.of(
                new RecordScan.Field("contact", "0851-85123456 13800123456 " + IDENTITY, true),
                RecordScan.Field.of("steps[2].content", "0851-85123456")));
    assertEquals(
        List.of(
            "contact MOBILE LOW", "contact IDENTITY_NUMBER HIGH", "steps[2].content LANDLINE LOW"),
        findings.stream()
            .map(each -> each.place() + " " + each.category() + " " + each.severity())
            .toList());
  }

  /** Each is a megabyte of what a pattern could be made to go back and forth over. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "13",
        "138 ",
        "99-",
        "0851-",
        "a@",
        "@",
        "号",
        "1号",
        "村1组1号",
        "栋1",
        "贵A",
        "贵A1",
        "E1",
        "住",
        "路1号1",
        "一二",
        "〇 ",
        "6222 ",
        "9901211990030723 ",
        "a.",
        "www.1/",
        "://138001234567",
        "身份证",
        "\t1\n",
        "0",
        "1.1",
        "花园1-1-",
        "(0",
        "\u200B1"
      })
  void time_grows_with_the_text_alone(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    assertTimeout(Duration.ofSeconds(10), () -> PrivacyScan.scan("", text), piece);
  }

  private static String found(String text, Finding finding) {
    return text.substring(finding.start(), finding.end());
  }
}
