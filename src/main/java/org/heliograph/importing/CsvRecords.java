package org.heliograph.importing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a CSV file apart, so that a quotation mark that nobody closes spoils its own line and not
 * the rest of the file: the record is given up where it began, and the next line is read anew.
 */
final class CsvRecords implements Closeable {
  /** Further apart no pair of quotation marks is believed to be one. */
  private static final int MOST_LINES = 1_000;

  private static final int MOST_CHARACTERS = 1 << 20;

  /**
   * A record.
   *
   * @param line where it begins, from 1
   * @param cells its cells; where it is broken, its first line as it stands
   * @param broken why it could not be taken apart; null when it could
   */
  record Parsed(long line, List<String> cells, @Nullable String broken) {}

  private final BufferedReader in;
  private final Deque<String> ahead = new ArrayDeque<>();
  private long line;

  CsvRecords(Path file) throws IOException {
    in =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)),
            1 << 16);
    in.mark(1);
    if (in.read() != '\uFEFF') {
      in.reset();
    }
  }

  /** The next record that is not an empty line; null at the end. */
  @Nullable Parsed next() throws IOException {
    for (String text = line(); text != null; text = line()) {
      if (!text.isEmpty()) {
        return record(text);
      }
    }
    return null;
  }

  private Parsed record(String first) throws IOException {
    long begin = line;
    var cells = new Cells();
    var taken = new ArrayList<String>();
    int length = first.length();
    Cells.End end = length > MOST_CHARACTERS ? Cells.End.TORN : cells.take(first);
    while (end == Cells.End.OPEN && taken.size() < MOST_LINES && length <= MOST_CHARACTERS) {
      String more = line();
      if (more == null) {
        break;
      }
      taken.add(more);
      length += more.length() + 1;
      end = cells.goOn(more);
    }
    if (end == Cells.End.WHOLE) {
      return new Parsed(begin, cells.all(), null);
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      ahead.addFirst(taken.get(i));
    }
    line = begin;
    return new Parsed(
        begin,
        List.of(first),
        length > MOST_CHARACTERS && taken.isEmpty()
            ? "the line has more than a million characters: check quotation marks and line breaks"
            : "a quotation mark is opened on line %d and not closed where its cell ends: close it, or double it where it belongs to the text"
                .formatted(begin));
  }

  private @Nullable String line() throws IOException {
    String next = ahead.pollFirst();
    if (next == null) {
      next = read();
    }
    if (next != null) {
      line++;
    }
    return next;
  }

  /** Up to a line feed, a carriage return or both; of an endless line no more than is needed. */
  private @Nullable String read() throws IOException {
    int c = in.read();
    if (c < 0) {
      return null;
    }
    var text = new StringBuilder();
    for (; c >= 0 && c != '\n' && c != '\r'; c = in.read()) {
      if (text.length() <= MOST_CHARACTERS) {
        text.append((char) c);
      }
    }
    if (c == '\r') {
      in.mark(1);
      if (in.read() != '\n') {
        in.reset();
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The cells of one record under way. */
  private static final class Cells {
    enum End {
      WHOLE,
      /** Within quotation marks. */
      OPEN,
      /** Something stands behind a closing quotation mark. */
      TORN
    }

    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    List<String> all() {
      return cells;
    }

    /** Goes on with a cell that stretches over lines. */
    End goOn(String text) {
      cell.append('\n');
      return take(text);
    }

    End take(String text) {
      int at = 0;
      while (true) {
        if (!quoted && cell.isEmpty() && at < text.length() && text.charAt(at) == '"') {
          quoted = true;
          at++;
        }
        at = quoted ? quoted(text, at) : plain(text, at);
        if (quoted) {
          return End.OPEN;
        }
        if (at < text.length() && text.charAt(at) != ',') {
          return End.TORN;
        }
        cells.add(cell.toString());
        cell.setLength(0);
        if (at >= text.length()) {
          return End.WHOLE;
        }
        at++;
      }
    }

    private int plain(String text, int from) {
      int end = text.indexOf(',', from);
      end = end < 0 ? text.length() : end;
      cell.append(text, from, end);
      return end;
    }

    /** Up to behind the closing quotation mark; stays quoted where there is none. */
    private int quoted(String text, int from) {
      int at = from;
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c != '"') {
          cell.append(c);
        } else if (at < text.length() && text.charAt(at) == '"') {
          cell.append('"');
          at++;
        } else {
          quoted = false;
          return at;
        }
      }
      return at;
    }
  }
}
