package org.heliograph.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.heliograph.importing.BatchReader.Batch;
import org.heliograph.importing.BatchReader.Item;
import org.heliograph.shared.Problem;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;

/** One file on its way into the store. */
final class ImportRun<T> {
  private static final int ATTEMPTS = 4;

  private final ImportKind<T> kind;
  private final Path file;
  private final ImportOptions options;
  private final RunLedger ledger;
  private final RunLedger.Run run;
  private final ImportWatch watch;
  private final long began = System.nanoTime();

  /** Up to where batches are committed; rows after it may have been read and rejected. */
  private long position;

  private long read;
  private long accepted;
  private long unchanged;
  private long rejected;
  private long rejectedBefore;

  ImportRun(
      ImportKind<T> kind,
      Path file,
      ImportOptions options,
      RunLedger ledger,
      RunLedger.Run run,
      ImportWatch watch) {
    this.kind = kind;
    this.file = file;
    this.options = options;
    this.ledger = ledger;
    this.run = run;
    this.watch = watch;
    position = run.rowsDone();
  }

  ImportResult toEnd() throws IOException {
    boolean last = false;
    kind.begin();
    watch.begins(kind, run.id());
    try (var reader = new BatchReader<>(kind, file, options, run.rowsDone())) {
      while (!last) {
        Batch<T> batch = next(reader);
        watch.refused(batch.errors());
        rejected += batch.rejected();
        read = batch.end();
        rejectedBefore += batch.rejectedBefore();
        batch.items().forEach(item -> watch.understood(item.row(), item.value()));
        save(batch.items(), Math.max(batch.end(), position), 1);
        watch.progress(soFar(0, 0));
        last = batch.last();
        if (last && !options.dryRun()) {
          ledger.finish(
              run.id(),
              new RunLedger.Step(position, Math.max(batch.end(), position), 0, 0, rejected));
        }
      }
    }
    return new ImportResult(
        read,
        run.accepted() + accepted,
        run.unchanged() + unchanged,
        rejected,
        run.rowsDone(),
        run.rowsDone() == 0 ? 0 : Math.max(0, run.rejected() - rejectedBefore),
        Duration.ofNanos(System.nanoTime() - began));
  }

  private static <T> Batch<T> next(BatchReader<T> reader) throws IOException {
    try {
      Batch<T> batch = reader.next();
      switch (batch.failure()) {
        case null -> {
          return batch;
        }
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportRefused("the import was interrupted: start it again, it goes on from here");
    }
  }

  /** Thrown inside a dry run's transaction, so that it is undone. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undo() {
      super(null, null, false, false);
    }
  }

  /**
   * Saves a batch; where the database refuses it, the rows that it refuses are found by halving.
   */
  private void save(List<Item<T>> items, long end, int attempt) {
    if (items.isEmpty()) {
      return;
    }
    var counts = new Counts(items, end);
    try {
      List<ImportKind.Refusal> refusals =
          kind.save(items.stream().map(Item::value).toList(), options, counts);
      done(counts);
      turnDown(items, refusals);
    } catch (Undo e) {
      done(counts);
    } catch (RuntimeException e) {
      String state = sqlState(e);
      if (state.startsWith("40") && attempt < ATTEMPTS) {
        // a deadlock or a serialisation failure: another writer was first
        save(items, end, attempt + 1);
      } else if (!state.startsWith("22") && !state.startsWith("23") && !isConflict(e)) {
        throw e;
      } else if (items.size() == 1) {
        turnDown(items, List.of(new ImportKind.Refusal(0, "", databaseReason(e))));
      } else {
        int half = items.size() / 2;
        save(items.subList(0, half), items.get(half - 1).position(), 1);
        save(items.subList(half, items.size()), end, 1);
      }
    }
  }

  /** What a batch does, noted in its transaction. */
  private final class Counts implements ImportKind.Progress {
    private final List<Item<T>> items;
    private final long end;
    private int written;
    private int same;
    private List<RowError> refused = List.of();

    Counts(List<Item<T>> items, long end) {
      this.items = items;
      this.end = end;
    }

    @Override
    public void note(StatelessSession session, int written, int unchanged) {
      this.written = written;
      same = unchanged;
      watch.saving(session, soFar(written, unchanged), refused);
      if (options.dryRun()) {
        throw new Undo();
      }
      ledger.advance(
          session, run.id(), new RunLedger.Step(position, end, written, unchanged, rejected));
    }

    @Override
    public void refuse(List<ImportKind.Refusal> refusals) {
      refused = errors(items, refusals);
    }

    @Override
    public long run() {
      return run.id();
    }

    @Override
    public void pretend(int written) {
      this.written = written;
      throw new Undo();
    }
  }

  private void done(Counts counts) {
    accepted += counts.written;
    unchanged += counts.same;
    rejected += counts.refused.size();
    position = counts.end;
  }

  private void turnDown(List<Item<T>> items, List<ImportKind.Refusal> refusals) {
    rejected += refusals.size();
    watch.turnedDown(errors(items, refusals));
  }

  private static <T> List<RowError> errors(List<Item<T>> items, List<ImportKind.Refusal> refusals) {
    return refusals.stream()
        .map(refusal ->
            new RowError(items.get(refusal.index()).row(), refusal.column(), "", refusal.reason()))
        .toList();
  }

  private static String sqlState(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  private static boolean isConflict(RuntimeException e) {
    return e instanceof Problem problem && problem.code() == Problem.Code.CONFLICT;
  }

  /** Names the rule that was broken; the driver's own message may repeat the row. */
  private static String databaseReason(RuntimeException e) {
    if (isConflict(e)) {
      return String.valueOf(e.getMessage());
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConstraintViolationException violation
          && violation.getConstraintName() != null) {
        return "the database refuses it by its rule " + violation.getConstraintName();
      }
    }
    return "the database refuses one of its values (state %s)".formatted(sqlState(e));
  }

  private ImportWatch.Progress soFar(int written, int same) {
    return new ImportWatch.Progress(
        read, run.accepted() + accepted + written, run.unchanged() + unchanged + same, rejected);
  }
}
