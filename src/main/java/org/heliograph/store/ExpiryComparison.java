package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.record.ExpiryRule;
import org.heliograph.record.PublicRecord;
import org.heliograph.record.RecordType;
import org.heliograph.shared.China;
import org.heliograph.visibility.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Finds the published records that are shown for longer than a rule of expiry would show them if
 * they were published now: a rule counts for what is published after it, and changes nothing by
 * itself. A record that its editor has end earlier is none of them.
 */
@ApplicationScoped
public class ExpiryComparison {
  /** Rows that are compared for one answer: the rest is for the next one. */
  private static final int COMPARED = 2_000;

  private static final String SCOPE = "expiry-differences|";
  private final Database database;
  private final CursorCodec cursors;

  public ExpiryComparison(Database database, CursorCodec cursors) {
    this.database = database;
    this.cursors = cursors;
  }

  /** A record, and until when a rule would show it. */
  public record Difference<E>(E row, ExpiryRule rule, Instant until) {}

  /**
   * Some of them.
   *
   * @param cursor where to go on from; null at the end
   */
  public record Slice<E>(List<Difference<E>> found, @Nullable String cursor) {}

  /** Those among the next rows that the visibility admits, at most {@code size} of them. */
  public <E extends PublicRecord> Slice<E> slice(
      RecordType<E> type, @Nullable String after, int size, Visibility visibility) {
    String scope = SCOPE + type.kind();
    long from = after == null ? 0 : number(cursors.decode(after, scope, "after"));
    var where = new SqlText().add("t.slot = 'PUBLIC' and t.stage = 'PUBLISHED' and t.id > ");
    where.bind(from).add(" and ");
    ConditionToSql.render(visibility.rows(), where);
    return database.read(session -> {
      List<E> rows = RecordStore.select(session, type, where, " order by t.id limit " + COMPARED);
      var rules = ExpiryRules.of(session, type, rows);
      if (rows.isEmpty() || rules.isEmpty()) {
        return new Slice<>(List.of(), null);
      }
      var shown =
          Settlement.firstShown(session, type, rows.stream().map(row -> row.recordId).toList());
      var found = new ArrayList<Difference<E>>();
      long last = rows.getLast().id;
      for (E row : rows) {
        Instant first = shown.getOrDefault(row.recordId, row.publishedAt);
        rules
            .window(type, row, LocalDate.ofInstant(first, China.ZONE))
            .filter(window -> window.until().isBefore(row.visibleUntil))
            .ifPresent(window -> found.add(new Difference<>(row, window.rule(), window.until())));
        if (found.size() == size) {
          last = row.id;
          break;
        }
      }
      boolean more = rows.size() == COMPARED || last < rows.getLast().id;
      return new Slice<>(found, more ? cursors.encode(Long.toString(last), scope) : null);
    });
  }

  /** A cursor is authenticated: what it says was written here. */
  private static long number(String payload) {
    return Long.parseLong(payload);
  }
}
