package org.heliograph.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads and understands rows on a thread of its own, a batch or two ahead of the one that saves
 * them, so that parsing costs no time of its own.
 */
final class BatchReader<T> implements AutoCloseable {

  /**
   * A well-formed row.
   *
   * @param row its number in the file
   * @param position how many rows there are up to it
   */
  record Item<T>(T value, long row, long position) {}

  /**
   * @param end how many rows of the file there are up to the end of this batch
   * @param rejected how many of the batch's rows were refused
   * @param rejectedBefore the same, of those that an earlier run had covered
   */
  record Batch<T>(
      List<Item<T>> items,
      List<RowError> errors,
      long end,
      int rejected,
      int rejectedBefore,
      boolean last,
      @Nullable Throwable failure) {}

  private static final int AHEAD = 2;

  /** Rows may be long: a batch ends early where its texts come to this. */
  private static final int MOST_CHARACTERS = 4 << 20;

  private final ImportKind<T> kind;
  private final Path file;
  private final ImportOptions options;
  private final long done;
  private final SeenKeys seen = new SeenKeys();
  private final BlockingQueue<Batch<T>> ready = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private long position;

  /**
   * @param done rows that an earlier run has saved: they are read and judged again, not returned
   */
  BatchReader(ImportKind<T> kind, Path file, ImportOptions options, long done) {
    this.kind = kind;
    this.file = file;
    this.options = options;
    this.done = done;
    thread = Thread.ofPlatform().name("import-reader").daemon().start(this::read);
  }

  Batch<T> next() throws InterruptedException {
    return ready.take();
  }

  private void read() {
    try {
      int size = kind.batchSize(options);
      try (RowSource rows = RowSource.open(file, kind.columns())) {
        var pending = new ArrayList<FileRow>();
        int characters = 0;
        for (FileRow row = rows.next(); row != null; row = rows.next()) {
          pending.add(row);
          bound(position + pending.size());
          characters += rows.cells().stream().mapToInt(String::length).sum();
          if (pending.size() >= size || characters >= MOST_CHARACTERS) {
            ready.put(understand(pending, false));
            pending.clear();
            characters = 0;
          }
        }
        ready.put(understand(pending, true));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  private void bound(long rows) {
    if (rows > options.mostRows()) {
      throw new ImportRefused(
          ImportRefused.Code.TOO_MANY_ROWS,
          "the file has more than %,d rows: split it".formatted(options.mostRows()));
    }
  }

  private void fail(Throwable e) {
    try {
      ready.put(new Batch<>(List.of(), List.of(), position, 0, 0, true, e));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Batch<T> understand(List<FileRow> rows, boolean last) {
    kind.prepare(rows);
    var items = new ArrayList<Item<T>>();
    var errors = new ArrayList<RowError>();
    int rejected = 0;
    int rejectedBefore = 0;
    for (FileRow row : rows) {
      position++;
      var findings = new RowFindings(row.number(), kind.personal(), kind.amongPeople());
      T value = understand(row, findings);
      if (value == null) {
        errors.addAll(findings.errors());
        rejected++;
        rejectedBefore += position <= done ? 1 : 0;
      } else if (position > done) {
        items.add(new Item<>(value, row.number(), position));
      }
    }
    return new Batch<>(items, errors, position, rejected, rejectedBefore, last, null);
  }

  private @Nullable T understand(FileRow row, RowFindings findings) {
    String broken = row.broken();
    if (broken != null) {
      findings.note("", null, broken);
      return null;
    }
    var reader = new RowReader(row.fields(), "", findings);
    kind.columns().forEach(column -> reader.know(column.name()));
    T value = findings.guard("", () -> kind.read(reader, options));
    reader.refuseUnknown();
    if (findings.any() || value == null) {
      return null;
    }
    if (!seen.add(kind.key(value))) {
      findings.note("", null, "an earlier row of this file has the same key: keep one of the two");
      return null;
    }
    return value;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
