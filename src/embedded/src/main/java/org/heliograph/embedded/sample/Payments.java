package org.heliograph.embedded.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Receipts under the subsidy programmes, as CSV: every line is computed from its number alone, so
 * five million need no more memory than five.
 */
final class Payments {
  private static final String HEADER =
      "code,organisation,region,programme,year,period,name,idNumber,bankTail,householdSize,standard,amount,paidOn,status,cadreRelation,cadreNote,evidence,stage,audience,visibleFrom,visibleUntil,publishedAt";

  /** Receipts of one person, so that persons recur. */
  private static final int RECEIPTS_EACH = 9;

  private static final int MONTHS = 36;

  private final Plan plan;
  private final County county;
  private final Programmes programmes;
  private final People people;
  private final WorkDays days;

  Payments(Plan plan, County county, Programmes programmes, People people, WorkDays days) {
    this.plan = plan;
    this.county = county;
    this.programmes = programmes;
    this.people = people;
    this.days = days;
  }

  void write() throws IOException {
    try (BufferedWriter file =
        new BufferedWriter(
            Files.newBufferedWriter(plan.out().resolve("subsidy-beneficiaries.csv")), 1 << 18)) {
      file.append(HEADER).append('\n');
      StringBuilder line = new StringBuilder(256);
      for (int i = 0; i < plan.payments(); i++) {
        line.setLength(0);
        line(i, line);
        file.append(line);
      }
    }
  }

  private void line(int index, StringBuilder line) {
    Dice dice = plan.dice("payment", index);
    List<Office> villages = county.villages();
    int persons = Math.max(1, plan.payments() / RECEIPTS_EACH);
    int number = index % persons;
    Programmes.Programme programme =
        programmes.all().get((number + index / persons / 3) % programmes.all().size());
    People.Person person =
        programme.forChildren()
            ? people.child(number, villages.size())
            : people.person(number, villages.size());
    Office village = villages.get(person.home());
    // a person's receipts go back month by month, or year by year
    int back = programme.monthly() ? index / persons % MONTHS : index / persons % 3 * 12;
    LocalDate month = LocalDate.of(2026, 10, 1).minusMonths(back);
    LocalDate paid = days.from(month.withDayOfMonth(dice.between(8, 20)));
    int cents = programme.amounts().any(dice);
    boolean cadre = dice.chance(15);

    line.append(programme.code(), 5, programme.code().length());
    line.append('-').append(paid.getYear()).append('-').append(People.digits(index + 1, 8));
    field(line, programme.organisation());
    field(line, village.region());
    field(line, programme.code());
    field(line, Integer.toString(paid.getYear()));
    field(
        line,
        programme.monthly() ? month.toString().substring(0, 7) : Integer.toString(paid.getYear()));
    field(line, person.name());
    field(line, person.idNumber());
    field(line, person.bankTail());
    field(line, Integer.toString(person.householdSize()));
    field(line, programme.standard());
    field(line, cents / 100 + "." + People.digits(cents % 100, 2));
    field(line, paid.toString());
    field(
        line,
        List.of("PAID", "SUSPENDED", "STOPPED", "RETURNED").get(dice.weighted(970, 12, 10, 8)));
    field(line, cadre ? dice.chance(300) ? "CADRE" : "RELATIVE" : "NONE");
    field(line, cadre ? village.place() + "村组干部申报登记" : "");
    field(line, dice.chance(100) ? "核验表" + dice.between(1, 9999) + "号" : "");
    exposure(line, Exposure.of(dice).columns(paid, dice));
    line.append('\n');
  }

  private static void exposure(StringBuilder line, Map<String, Object> columns) {
    for (String name : List.of("stage", "audience", "visibleFrom", "visibleUntil", "publishedAt")) {
      field(line, String.valueOf(columns.getOrDefault(name, "")));
    }
  }

  /** No word of the vocabulary has a comma or a quotation mark of its own. */
  private static void field(StringBuilder line, String value) {
    line.append(',').append(value);
  }
}
