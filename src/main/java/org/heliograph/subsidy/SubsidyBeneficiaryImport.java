package org.heliograph.subsidy;

import static org.heliograph.importing.RowReader.PROSE;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.heliograph.directory.Directory;
import org.heliograph.importing.Column;
import org.heliograph.importing.FileRow;
import org.heliograph.importing.RecordImport;
import org.heliograph.importing.RowReader;
import org.heliograph.record.Origin;
import org.heliograph.store.DraftWriter;
import org.heliograph.store.ReferenceStore;
import org.jspecify.annotations.Nullable;

/**
 * Rows of subsidy beneficiaries, usually from a spreadsheet. The identity number goes into the
 * keyed hash and nowhere else; no error report shows a name, a number or any free text.
 */
@Singleton
public class SubsidyBeneficiaryImport extends RecordImport<SubsidyBeneficiary> {
  private static final Pattern BANK_TAIL = Pattern.compile("[0-9]{3,6}");

  private static final List<Column> OWN =
      List.of(
          Column.text("programme").labelled("项目编码").required().noted("补贴项目编码，须已登记"),
          Column.text("year").labelled("年度").required().noted("四位年份"),
          Column.text("period").labelled("批次").noted("2026-Q3、2026-09 或 2026"),
          Column.text("name").labelled("姓名").required().noted("全名；公示时按项目规则显示").hidden(),
          Column.text("idNumber").labelled("身份证号").noted("18位，仅用于生成加密摘要，不保存").hidden(),
          Column.text("bankTail").labelled("银行卡尾号").noted("账号后三至六位，切勿填写完整账号").hidden(),
          Column.text("householdSize").labelled("家庭人口").noted("整数"),
          Column.text("standard").labelled("补贴标准"),
          Column.text("amount").labelled("补贴金额").required().noted("元，最多两位小数"),
          Column.date("paidOn").labelled("发放日期").required().noted("2026-03-31"),
          Column.text("status").labelled("发放状态").oneOf(PaymentStatus.class),
          Column.text("cadreRelation").labelled("村干部关系").oneOf(CadreRelation.class),
          Column.text("cadreNote").labelled("村干部关系说明").hidden(),
          Column.text("evidence").labelled("凭证").hidden());

  private final PersonKey keys;
  private final ReferenceStore references;
  private final Map<String, SubsidyProgramme> programmes = new ConcurrentHashMap<>();

  public SubsidyBeneficiaryImport(
      SubsidyBeneficiaryType type,
      DraftWriter writer,
      Directory directory,
      PersonKey keys,
      ReferenceStore references) {
    super(type, writer, directory);
    this.keys = keys;
    this.references = references;
  }

  @Override
  public String word() {
    return "subsidy-beneficiaries";
  }

  @Override
  public Optional<String> template() {
    return Optional.of("补贴享受对象");
  }

  @Override
  public List<Column> columns() {
    return join(join(COMMON, OWN), PUBLICITY);
  }

  @Override
  public boolean amongPeople() {
    return true;
  }

  /** The title is made of programme, year and shown name. */
  @Override
  protected boolean titled() {
    return false;
  }

  @Override
  protected void begin() {
    // looked up anew, not let go of: somebody may be writing a draft by hand meanwhile
    programmes.putAll(references.byCodes(ProgrammeWriter.TYPE, programmes.keySet()));
  }

  @Override
  protected void prepare(List<FileRow> rows) {
    super.prepare(rows);
    var codes = mentioned(rows, "programme");
    codes.removeAll(programmes.keySet());
    programmes.putAll(references.byCodes(ProgrammeWriter.TYPE, codes));
  }

  @Override
  protected @Nullable Function<Origin, SubsidyBeneficiary> content(RowReader row) {
    String code = row.text("programme", 64);
    SubsidyProgramme programme = programmes.get(code);
    if (programme == null && !code.isEmpty()) {
      row.refuse("programme", "is not a known programme: import programmes first");
    }
    int year = row.whole("year", 1949, 2200);
    String period = row.periodOrNull("period");
    String name = row.text("name", 100);
    String idNumber = row.textOrNull("idNumber", 40);
    String bankTail = row.textOrNull("bankTail", 32);
    if (bankTail != null && !BANK_TAIL.matcher(bankTail).matches()) {
      row.refuse(
          "bankTail", "is the last three to six digits of the account, never the whole number");
    }
    Integer householdSize = row.wholeOrNull("householdSize", 0, 100);
    String standard = row.textOrNull("standard", PROSE);
    var amount = row.money("amount");
    var paidOn = row.date("paidOn");
    var status = row.choiceOrNull("status", PaymentStatus.class);
    var relation = row.choiceOrNull("cadreRelation", CadreRelation.class);
    String note = row.textOrNull("cadreNote", RowReader.NAME);
    String evidence = row.textOrNull("evidence", PROSE);
    if (row.refused() || programme == null) {
      return null;
    }
    var draft =
        new SubsidyBeneficiaryDraft(
            year,
            period,
            name,
            idNumber == null ? null : IdentityNumber.parse(idNumber),
            bankTail,
            householdSize,
            standard,
            amount,
            paidOn,
            status,
            relation,
            note,
            evidence);
    return origin -> SubsidyBeneficiary.draft(draft, programme, keys, origin);
  }
}
