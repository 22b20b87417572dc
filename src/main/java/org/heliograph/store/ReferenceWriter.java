package org.heliograph.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.heliograph.record.ReferenceType;
import org.hibernate.StatelessSession;

/** Saves reference data by code: new rows are inserted, changed ones updated, others left alone. */
@ApplicationScoped
public class ReferenceWriter {
  private final Database database;

  public ReferenceWriter(Database database) {
    this.database = database;
  }

  /** What became of a batch. */
  public record Saved(int written, int unchanged) {}

  /** Rows that a batch left out, each with the field and reason to tell whoever brought it. */
  public record Refused(String code, String field, String reason) {}

  /** What became of a batch of which parts may have been refused. */
  public record Outcome(Saved saved, List<Refused> refused) {
    public Outcome {
      refused = List.copyOf(refused);
    }
  }

  /**
   * Saves a batch in one transaction, in the given order; of a code that occurs twice, the last row
   * counts. {@code extra} runs in the same transaction (an importer notes its progress there).
   */
  public <E> Saved save(
      ReferenceType<E> type, List<E> rows, BiConsumer<StatelessSession, Saved> extra) {
    var byCode = new LinkedHashMap<String, E>();
    for (E row : rows) {
      byCode.put(type.code().apply(row), row);
    }
    return database.write(session -> {
      var inserts = new ArrayList<E>();
      var updates = new ArrayList<E>();
      if (!byCode.isEmpty()) {
        var known = ReferenceStore.byCodes(session, type, byCode.keySet(), " for update");
        byCode.forEach((code, row) -> {
          E before = known.get(code);
          if (before == null) {
            inserts.add(row);
          } else if (!type.content().apply(before).equals(type.content().apply(row))) {
            updates.add(row);
          }
        });
      }
      if (!inserts.isEmpty()) {
        session.insertMultiple(inserts);
      }
      if (!updates.isEmpty()) {
        session.updateMultiple(updates);
      }
      int written = inserts.size() + updates.size();
      var saved = new Saved(written, rows.size() - written);
      extra.accept(session, saved);
      return saved;
    });
  }
}
