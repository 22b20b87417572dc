package org.heliograph.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sentences whose numbers look personal and are not. They are made from the rules of those numbers
 * and never tried against the detectors before they are kept.
 */
final class Harmless {
  private static final String[] DIVISIONS = {
    "520121", "522301", "110108", "440305", "620102", "431102", "510104", "350205", "990121"
  };
  private static final int ROUNDS = 18;

  private final Invented invented = new Invented(20261124);

  private Harmless() {}

  static List<Measurement.Sample> all() {
    var harmless = new Harmless();
    var samples = new ArrayList<Measurement.Sample>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Supplier<String> kind : harmless.kinds()) {
        samples.add(new Measurement.Sample(kind.get(), List.of()));
      }
    }
    return samples;
  }

  private String n(int digits) {
    return (1 + invented.below(9)) + invented.digits(digits - 1);
  }

  private String day() {
    return invented.date(2023, 2026);
  }

  private String division() {
    return invented.one(DIVISIONS);
  }

  private List<Supplier<String>> kinds() {
    var all = new ArrayList<Supplier<String>>();
    all.addAll(documents());
    all.addAll(codes());
    all.addAll(amounts());
    all.addAll(places());
    return all;
  }

  private List<Supplier<String>> documents() {
    return List.of(
        () -> "清住建罚〔2026〕" + n(3) + "号",
        () -> "《关于印发实施方案的通知》（清府办发〔2025〕" + n(2) + "号）",
        () -> "根据清市监处罚〔2026〕" + division() + day() + n(4) + "号决定书",
        () -> "案号：（2026）黔0121民初" + n(4) + "号",
        () -> "公告编号：" + division() + day() + "0" + n(3),
        () -> "合同编号：" + n(18) + "，签订日期2026年3月12日",
        () -> "合同编号：HT-" + day() + "-" + n(4) + "-" + n(3),
        () -> "受理编号 " + division() + day() + invented.digits(4),
        () -> "办件流水号：" + day() + invented.digits(8),
        () -> "第" + n(11) + "号不动产权证书",
        () -> "黔（2026）清源县不动产权第" + n(7) + "号",
        () ->
            "不动产单元号："
                + division()
                + " 001"
                + invented.digits(3)
                + " GB"
                + invented.digits(5)
                + " F"
                + invented.digits(8),
        () -> "发票代码：" + n(12) + " 发票号码：" + n(8) + " 校验码：" + invented.digits(20),
        () -> "发票号码：" + n(20),
        () -> "依据《中华人民共和国行政处罚法》第三十二条、第" + n(2) + "条第（二）项",
        () -> "ISBN 978-7-" + n(4) + "-" + n(4) + "-" + n(1) + "，定价48.00元",
        () -> "ISSN 1674-" + n(4) + "；CN 52-" + n(4) + "/D",
        () -> "书号：9787" + invented.digits(9));
  }

  private List<Supplier<String>> codes() {
    return List.of(
        () -> "统一社会信用代码：" + invented.creditCode(),
        () -> "清源县某某建筑有限公司（" + invented.creditCode() + "）",
        () ->
            "基本编码：000117"
                + invented.digits(6)
                + "，实施编码：11520121"
                + invented.digits(10)
                + "4520117"
                + invented.digits(6),
        () -> "实施编码 11" + division() + n(9) + "X" + n(13) + invented.digits(3) + "01",
        () -> "实施清单编码：" + n(55),
        () -> "项目代码：26" + invented.digits(2) + "-" + division() + "-04-01-" + invented.digits(6),
        () -> "采购项目编号：GZ" + division() + day() + invented.digits(3),
        () -> "采购编号：P" + n(18) + "001",
        () -> "招标编号：QY-ZB-2026-" + n(11),
        () -> "（项目编号：" + n(4) + "-" + n(4) + "-" + n(4) + "-" + n(4) + "）",
        () -> "联行号：" + invented.one("102", "103", "313", "402") + invented.digits(9),
        () -> "组织机构代码：MA6" + n(5) + "-" + n(1),
        () -> "纳税人识别号 " + division() + n(9),
        () -> "食品经营许可证编号：JY1520121" + invented.digits(7),
        () -> "区划代码" + division() + "101201，邮政编码" + n(6),
        () -> "订单号" + day() + invented.digits(11) + "已完成支付",
        () -> "设备IMEI：86" + invented.digits(13),
        () -> "追溯码 6" + invented.digits(19),
        () -> "商品条码69" + invented.digits(11),
        () -> "特种设备登记编号：梯11黔A" + invented.digits(5) + "(26)",
        () -> "https://www.qingyuan.example/art/2026/3/12/art_" + n(5) + "_" + n(11) + ".html",
        () -> "详见 http://zwgk.example.cn/info/" + n(4) + "/" + n(16) + ".htm?id=" + n(11),
        () -> "记录标识 3f2504e0-4f89-11d3-9a0c-0305e82c3301，批次 b" + n(15));
  }

  private List<Supplier<String>> amounts() {
    return List.of(
        () -> "本期财政收入" + n(11) + "元，同比增长3.2%",
        () -> "合同金额：" + n(8) + ".00元（大写：壹仟贰佰叁拾肆万元整）",
        () ->
            "预算"
                + n(3)
                + ","
                + invented.digits(3)
                + ","
                + invented.digits(3)
                + ".50元，支出"
                + n(11)
                + ".35元",
        () ->
            "2023年 " + n(4) + " " + n(4) + " " + n(4) + " " + n(4) + " 2024年 " + n(4) + " " + n(4),
        () ->
            "户数\t人口\t面积\n"
                + n(3)
                + "\t"
                + n(4)
                + "\t"
                + n(5)
                + "\n"
                + n(3)
                + "\t"
                + n(4)
                + "\t"
                + n(5),
        () -> n(4) + "\t" + n(4) + "\t" + n(4) + "\t" + n(4) + "\t" + n(4) + "\t" + n(2),
        () -> "全年用电" + n(11) + "千瓦时，用水" + n(8) + "立方米",
        () -> "比例为1:" + n(5) + "，合格率" + n(2) + "." + invented.digits(11) + "%",
        () -> "2026-03-12T09:30:15+08:00 开标，2026-04-01 18:00:00 截止",
        () -> "时间戳17" + invented.digits(11) + "，版本20260312103015",
        () -> "公示期：2026年3月12日至2026年3月18日（" + day() + "-" + day() + "）",
        () -> "坐标 106." + invented.digits(11) + ", 26." + invented.digits(11),
        () -> "四至坐标：X=" + n(7) + "." + invented.digits(4) + " Y=" + n(8) + "." + invented.digits(4),
        () -> "第一季度 " + n(5) + "，第二季度 " + n(5) + "，第三季度 " + n(5) + "，第四季度 " + n(5),
        () -> "亩均补贴84元，面积" + n(11) + "亩");
  }

  private List<Supplier<String>> places() {
    return List.of(
        () -> "咨询电话：12345；监督举报：12388",
        () -> "服务热线：400-" + n(3) + "-" + n(4) + "，客服95588",
        () -> "全国统一热线 800" + n(7),
        () -> "监督电话：0851-8" + n(7) + "（县纪委监委）",
        () -> "办公电话：（0851）8" + n(7) + "，传真：0851-8" + n(7),
        () -> "办公地址：清源县人民路" + n(2) + "号政务服务中心" + n(1) + "楼" + n(3) + "室",
        () -> "开标地点：公共资源交易中心" + n(1) + "楼第" + n(1) + "开标室",
        () -> invented.village() + "三组至五组道路硬化工程，全长" + n(4) + "米",
        () -> "阳光小区" + n(1) + "栋" + n(1) + "单元消防通道被占用，已整改",
        () -> "某某食品店位于清源县建设路" + n(2) + "号，经营面积" + n(2) + "平方米",
        () -> "宗地编号：" + division() + n(12) + "，地块面积" + n(5) + "平方米",
        () -> "地块编号QY-2026-" + n(2) + "，" + n(4) + "-" + n(4) + "-" + n(4) + "图幅",
        () -> "执行标准GB " + n(5) + "-2021、GB/T " + n(5) + ".1-2020",
        () -> "京A级景区、川G318国道K" + n(4) + "+500处边坡治理",
        () -> "县道X" + n(3) + "线、乡道Y" + n(3) + "线养护工程",
        () -> "产品型号E" + day() + "，批号G" + day(),
        () -> "身份证复印件、户口簿原件及复印件各1份",
        () ->
            "联系人："
                + invented.name()
                + "，身份证号：9901**********12"
                + invented.one("3X", "34")
                + "，电话：138****"
                + n(4),
        () -> "贵A·***" + n(2) + "号车辆已处理");
  }
}
