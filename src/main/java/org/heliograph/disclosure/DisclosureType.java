package org.heliograph.disclosure;

import static org.heliograph.record.FieldType.KEYWORD;
import static org.heliograph.record.FieldType.TEXT;
import static org.heliograph.visibility.FieldClass.INTERNAL;
import static org.heliograph.visibility.FieldClass.OPEN;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heliograph.record.CommonFields;
import org.heliograph.record.ExpiryFacts;
import org.heliograph.record.Mention;
import org.heliograph.record.Publicised;
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
  private static final String DETAIL = "detail.";

  public DisclosureType() {
    super(
        Publicised.after(
            List.of(
                keyword("category", d -> d.category.name()).facet(),
                CommonFields.categoryPath(d -> d.category.path()),
                keyword("period", d -> d.period).facet(),
                keyword("form", d -> d.form.name()).facet(),
                keyword("manner", d -> d.manner.name()),
                text("content", d -> d.content),
                text("basis", d -> d.basis),
                text("procedure", d -> d.procedure),
                text("process", d -> d.process),
                text("result", d -> d.result),
                text("detail", d -> words(d.detail)),
                RecordField.of("remark", INTERNAL, TEXT, d -> d.remark))));
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

  @Override
  public List<Mention> mentions(Disclosure row) {
    return IntStream.range(0, row.related.size())
        .mapToObj(i ->
            new Mention(
                "related[" + i + "].code", row.related.get(i).kind(), row.related.get(i).code()))
        .toList();
  }

  /** The year of the period; of publication where there is none. */
  @Override
  public @Nullable Integer year(Disclosure row) {
    String period = row.period;
    return period == null ? super.year(row) : Integer.valueOf(period.substring(0, 4));
  }

  @Override
  public String inputPath(Disclosure row, String path) {
    if (!path.startsWith(DETAIL)) {
      return path;
    }
    String input =
        switch (row.form) {
          case DECISION -> "decision";
          case PROJECT -> "project";
          case CONTRACT -> "contract";
          case ACCOUNT -> "account";
          case STATISTICS -> "statistics";
          case GENERAL -> "detail";
        };
    return input + path.substring(DETAIL.length() - 1);
  }

  @Override
  public Set<String> categories() {
    return Arrays.stream(DisclosureCategory.values()).map(Enum::name).collect(Collectors.toSet());
  }

  @Override
  public ExpiryFacts expiryFacts(Disclosure row) {
    return new ExpiryFacts(row.category.name(), null, List.of());
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
