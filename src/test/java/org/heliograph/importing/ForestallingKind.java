package org.heliograph.importing;

import java.util.List;
import org.heliograph.store.Database;
import org.jspecify.annotations.Nullable;

/** Stands for an import whose file another process has moved on with before its batch commits. */
final class ForestallingKind extends ImportKind<String> {
  private final RunLedger ledger;
  private final Database database;
  private final String digest;

  ForestallingKind(RunLedger ledger, Database database, String digest) {
    this.ledger = ledger;
    this.database = database;
    this.digest = digest;
  }

  @Override
  public String word() {
    return "statutes";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("id"), Column.text("law"), Column.text("article"), Column.text("text"));
  }

  @Override
  protected @Nullable String read(RowReader row, ImportOptions options) {
    return row.text("id", 64);
  }

  @Override
  protected String key(String value) {
    return value;
  }

  @Override
  protected List<Refusal> save(List<String> batch, ImportOptions options, Progress progress) {
    var other = ledger.open(word(), "c.jsonl", digest, options.text());
    ledger.finish(other.id(), new RunLedger.Step(0, batch.size(), batch.size(), 0, 0));
    return database.write(session -> {
      progress.note(session, batch.size(), 0);
      return List.of();
    });
  }
}
