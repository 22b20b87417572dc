package org.heliograph.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one form become something that is stored. One bean per form; the importer finds them
 * through CDI by the word on the command line and, where a word has several forms, by the fields of
 * the file.
 *
 * @param <T> what a row becomes
 */
public abstract class ImportKind<T> {
  private static final int MOST_AT_ONCE = 1_000;

  /** Runs inside the transaction that saves a batch. */
  public interface Progress {
    void note(StatelessSession session, int written, int unchanged);

    /** Rows of the batch that cannot stand; told before {@link #note}. */
    default void refuse(List<Refusal> refusals) {}

    /** The import that the batch belongs to. */
    long run();

    /** Counts, in a dry run, what cannot even be tried; does not return. */
    void pretend(int written);
  }

  /**
   * A row of a batch that could not stand although it was well-formed.
   *
   * @param index place in the batch
   */
  public record Refusal(int index, String column, String reason) {}

  /** The word on the command line, for example {@code power-items}. */
  public abstract String word();

  /** Every field that a row may carry. */
  public abstract List<Column> columns();

  /** Under which Chinese name a template to fill in is offered; empty where none is. */
  public Optional<String> template() {
    return Optional.empty();
  }

  /** Whether a file whose first row has these fields is of this form. */
  public boolean recognises(Set<String> names) {
    return true;
  }

  /** Whether rows are about people, so that error reports show no free text at all. */
  public boolean amongPeople() {
    return false;
  }

  /** Fields whose values no error report shows; paths without list indices. */
  public Set<String> personal() {
    var hidden = new HashSet<String>();
    for (Column column : columns()) {
      if (column.personal()) {
        hidden.add(column.name());
      }
    }
    return hidden;
  }

  /** How many rows are saved in one transaction. */
  public int batchSize(ImportOptions options) {
    return MOST_AT_ONCE;
  }

  /** The order in which several files have to be read. */
  public List<Path> inOrder(List<Path> files) throws IOException {
    return files;
  }

  /** Called before the first row of a file. */
  protected void begin() {}

  /** Looks up with few statements what the coming rows refer to. */
  protected void prepare(List<FileRow> rows) {}

  /** Understands one row; null, or whatever it likes, when it has refused the row. */
  protected abstract @Nullable T read(RowReader row, ImportOptions options);

  /** The business key: what must not occur twice in a file. */
  protected abstract String key(T value);

  /**
   * Saves a batch in one transaction in which {@code progress} runs as well, and tells which rows
   * could not stand.
   */
  protected abstract List<Refusal> save(List<T> batch, ImportOptions options, Progress progress);

  /** The values of one text field in the coming rows. */
  protected static Set<String> mentioned(List<FileRow> rows, String... columns) {
    var values = new HashSet<String>();
    for (FileRow row : rows) {
      for (String column : columns) {
        values.add(row.word(column));
      }
    }
    values.remove("");
    return values;
  }

  /** Two lists of columns, one after the other. */
  protected static List<Column> join(List<Column> first, List<Column> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
