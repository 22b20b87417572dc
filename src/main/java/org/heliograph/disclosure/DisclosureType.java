package org.heliograph.disclosure;

import static org.heliograph.record.FieldType.DATE;
import static org.heliograph.record.FieldType.KEYWORD;
import static org.heliograph.record.FieldType.TEXT;
import static org.heliograph.visibility.FieldClass.INTERNAL;
import static org.heliograph.visibility.FieldClass.OPEN;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.heliograph.record.RecordField;
import org.heliograph.record.RecordType;
import org.heliograph.shared.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * How disclosures describe themselves to the engines. Related records are no field: their codes
 * would tell of records that the reader may not see.
 */
@Singleton
public class DisclosureType extends RecordType<Disclosure> {
  public DisclosureType() {
    super(
        List.of(
            keyword("category", d -> d.category.name()).facet(),
            keyword("period", d -> d.period).facet(),
            keyword("form", d -> d.form.name()).facet(),
            keyword("manner", d -> d.manner.name()),
            RecordField.<Disclosure>of("publicityFrom", OPEN, DATE, d -> d.publicityFrom)
                .column("publicity_from")
                .filter(),
            RecordField.<Disclosure>of("publicityUntil", OPEN, DATE, d -> d.publicityUntil)
                .column("publicity_until")
                .filter(),
            text("content", d -> d.content),
            text("basis", d -> d.basis),
            text("procedure", d -> d.procedure),
            text("process", d -> d.process),
            text("result", d -> d.result),
            text("detail", d -> words(d.detail)),
            RecordField.of("remark", INTERNAL, TEXT, d -> d.remark)));
  }

  private static RecordField<Disclosure> keyword(
      String name, Function<Disclosure, @Nullable Object> value) {
    return RecordField.of(name, OPEN, KEYWORD, value).column(name).filter();
  }

  private static RecordField<Disclosure> text(
      String name, Function<Disclosure, @Nullable Object> value) {
    return RecordField.of(name, OPEN, TEXT, value);
  }

  /** The prose of a detail, for the search box; figures are not searched for. */
  private static List<String> words(@Nullable DisclosureDetail detail) {
    return switch (detail) {
      case null -> List.of();
      case Decision d -> given(d.proposal(), d.deliberation(), d.resolution());
      case GovernmentProject p -> {
        var all = new ArrayList<>(given(p.name(), p.contractor()));
        p.changes().forEach(change -> all.addAll(given(change.reason())));
        yield all;
      }
      case AssetContract c -> given(c.asset(), c.counterpart());
      case Account a -> a.lines().stream().map(Account.Line::name).toList();
      case HandlingStatistics s -> List.of();
    };
  }

  private static List<String> given(@Nullable String... texts) {
    return Stream.of(texts).filter(Objects::nonNull).toList();
  }

  /** The year of the period; of publication where there is none. */
  @Override
  public @Nullable Integer year(Disclosure row) {
    String period = row.period;
    return period == null ? super.year(row) : Integer.valueOf(period.substring(0, 4));
  }

  @Override
  public RecordKind kind() {
    return RecordKind.DISCLOSURE;
  }

  @Override
  public Class<Disclosure> entity() {
    return Disclosure.class;
  }

  @Override
  public String defaultSort() {
    return "publishedAt";
  }
}
