package org.heliograph.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Sentences with something personal in them, as notices, lists of beneficiaries, penalty decisions
 * and minutes have it. %s is the value.
 */
final class Personal {
  private static final List<String> IDENTITY =
      List.of(
          "经查，当事人%n，身份证号：%s，住清源县。",
          "%n（身份证号码%s）于2026年3月12日提出申请。",
          "%n，男，公民身份号码%s，汉族，初中文化。",
          "12\t%n\t%s\t%v\t3\t1560.00",
          "现将低保对象%n%s的家庭情况公示如下：家庭人口3人，月保障金额840元。",
          "申请人：%n 证件号码 %s 申请事项：危房改造补助",
          "户主%n(%s)，享受耕地地力保护补贴3.2亩，金额268.80元。",
          "序号 姓名 证件 金额\n7 %n %s 1200.00",
          "法定代表人：%n；%s；",
          "{\"name\":\"%n\",\"id\":\"%s\"}",
          "村民代表%n、%s，同意上述决议。",
          "《关于%n同志（%s）生活困难救助的请示》");
  private static final List<String> CARD =
      List.of(
          "补贴资金已打入%n的银行卡%s，请注意查收。",
          "开户行：清源农商行，账号：%s，户名：%n",
          "惠农一卡通 %s 1560.00元",
          "3\t%n\t%s\t2026年9月\t620.00",
          "%n，社保卡卡号%s。",
          "请将款项转至%s（%n）。",
          "收款人：%n\n%s\n清源县农村信用社",
          "存折号码为：%s");
  private static final List<String> MOBILE =
      List.of(
          "联系人：%n，联系电话：%s。",
          "有异议者请与%n联系（%s）",
          "%n %s",
          "包保干部%n%s，负责%v二组。",
          "5|%n|%s|%v",
          "手机：%s，微信同号",
          "当事人%n，电话%s，于2026年5月6日签收本决定书。",
          "项目负责人%n，%s。",
          "请致电%s。",
          "8\t%n\t女\t%s\t残疾人两项补贴",
          "举报人留下的号码是%s，已核实");
  private static final List<String> LANDLINE =
      List.of(
          "家庭电话：%s",
          "%n，住宅电话%s。",
          "联系人%n，座机 %s，请于工作时间联系。",
          "联系电话：%s",
          "电话%s",
          "4\t%n\t%s\t%v",
          "当事人%n的固定电话为%s；");
  private static final List<String> EMAIL =
      List.of(
          "邮箱：%s",
          "材料请发送至%s，联系人%n。", "E-mail:%s", "%n（%s）提出了意见。", "2\t%n\t%s\t已回复", "当事人确认的电子送达地址为%s。");
  private static final List<String> ADDRESS =
      List.of(
          "家庭住址：%s",
          "当事人%n，住%s。", "%n，女，现住%s，务农。", "6\t%n\t%s\t低保", "户籍地：%s；", "经查，%n（住址：%s）未按规定申报。");
  private static final List<String> PLATE =
      List.of(
          "驾驶%s小型轿车",
          "车牌号：%s", "查获%n驾驶的%s号货车超限运输。", "当事人%n所有的车辆（%s）停放于消防通道。", "9\t%n\t%s\t扣留", "号牌号码为%s的三轮车");
  private static final List<String> PASSPORT =
      List.of("护照号码：%s", "%n，持护照%s出境。", "护照号%s，有效期至2030年。", "因私护照（%s）交由组织部保管", "3\t%n\t%s\t已上交");

  private final Invented invented;
  private final List<Measurement.Sample> planted = new ArrayList<>();

  private Personal(Invented invented) {
    this.invented = invented;
  }

  static List<Measurement.Sample> all() {
    var personal = new Personal(new Invented(20261123));
    personal.identityNumbers();
    personal.others();
    return personal.planted;
  }

  private void identityNumbers() {
    for (int round = 0; round < 6; round++) {
      Disguise.ofIdentityNumber(invented.identityNumber())
          .forEach(value -> plant(Category.IDENTITY_NUMBER, IDENTITY, value));
      Disguise.ofIdentityNumber(invented.identityNumberWithX())
          .forEach(value -> plant(Category.IDENTITY_NUMBER, IDENTITY, value));
    }
    for (int i = 0; i < 30; i++) {
      String old = invented.oldIdentityNumber();
      String value = i % 5 == 0 ? Disguise.fullWidth(old) : old;
      plant(Category.IDENTITY_NUMBER, IDENTITY, value);
    }
  }

  private void others() {
    for (int round = 0; round < 6; round++) {
      Disguise.ofCard(invented.card19()).forEach(value -> plant(Category.BANK_CARD, CARD, value));
      Disguise.ofCard(invented.card16()).forEach(value -> plant(Category.BANK_CARD, CARD, value));
      Disguise.ofMobile(invented.mobile()).forEach(value -> plant(Category.MOBILE, MOBILE, value));
      String area = invented.area();
      Disguise.ofLandline(area, invented.subscriber(area))
          .forEach(value -> plant(Category.LANDLINE, LANDLINE, value));
      Disguise.ofEmail(invented.email()).forEach(value -> plant(Category.EMAIL, EMAIL, value));
      Disguise.ofPlate(invented.plate())
          .forEach(value -> plant(Category.LICENCE_PLATE, PLATE, value));
      addresses().forEach(value -> plant(Category.HOME_ADDRESS, ADDRESS, value));
      for (int i = 0; i < 6; i++) {
        plant(Category.PASSPORT, PASSPORT, invented.passport());
      }
    }
  }

  private List<String> addresses() {
    int n = 1 + invented.below(60);
    String street = invented.one("人民路", "建设东路", "环城北路", "解放街", "幸福巷", "文昌大道");
    String estate = invented.one("阳光小区", "金河花园", "清源首府", "碧水家园", "东方雅苑", "安置房小区");
    return List.of(
        "清源县石桥镇" + invented.village() + "三组" + n + "号",
        invented.village() + "第" + (1 + n % 9) + "村民组" + n + "号",
        "贵州省清源县白马乡" + invented.village() + "民委员会四组" + n + "号",
        estate + n % 20 + "栋" + (1 + n % 4) + "单元" + (1 + n % 18) + "0" + (1 + n % 4) + "室",
        "清源县城关镇" + estate + (1 + n % 20) + "号楼2单元" + (1 + n % 30) + "02号",
        street + n + "号" + estate + "5幢" + (100 + n) + "室",
        street + n + "号3单元" + (200 + n) + "室",
        street + n + "号附" + (1 + n % 9) + "号");
  }

  private void plant(Category category, List<String> sentences, String value) {
    String sentence =
        invented
            .one(sentences)
            .replace("%n", invented.name())
            .replace("%v", invented.village())
            .replace("%s", value);
    planted.add(
        new Measurement.Sample(sentence, List.of(new Measurement.Expected(category, value))));
  }
}
