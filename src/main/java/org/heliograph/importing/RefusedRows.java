package org.heliograph.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.LongFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file that could not be taken, as they were, each with what is wrong and how to mend
 * it: mended, the same file is uploaded again. Tables become a workbook, in which text is text and
 * nothing is run; JSON Lines stay what they are.
 */
final class RefusedRows {
  /** Characters of a workbook's cell. */
  private static final int LONGEST = 32_000;

  private static final int FLUSH_EVERY = 200;
  private static final double WIDTH = 60;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final LongFunction<NavigableMap<Long, String>> reasons;
  private NavigableMap<Long, String> next;

  private RefusedRows(LongFunction<NavigableMap<Long, String>> reasons) {
    this.reasons = reasons;
    next = reasons.apply(0);
  }

  static void write(
      RowSource rows, LongFunction<NavigableMap<Long, String>> reasons, OutputStream out)
      throws IOException {
    var refused = new RefusedRows(reasons);
    if (rows.headings().isEmpty()) {
      refused.lines(rows, out);
    } else {
      refused.workbook(rows, out);
    }
  }

  /** What is wrong with a row; null when nothing is. Rows are asked for in their order. */
  private @Nullable String reason(long row) {
    if (!next.isEmpty() && next.lastKey() < row) {
      next = reasons.apply(next.lastKey());
    }
    return next.get(row);
  }

  private void lines(RowSource rows, OutputStream out) throws IOException {
    for (FileRow row = rows.next(); row != null; row = rows.next()) {
      String reason = reason(row.number());
      if (reason != null) {
        String line = rows.cells().isEmpty() ? "" : rows.cells().getFirst().strip();
        out.write((remarked(line, reason) + "\n").getBytes(UTF_8));
      }
    }
  }

  /** A line that is no object stays as it is, behind a line with the reason. */
  private static String remarked(String line, String reason) {
    try {
      if (JSON.readTree(line) instanceof ObjectNode object) {
        object.put(Column.REMARK, reason);
        return object.toString();
      }
    } catch (JsonProcessingException e) {
      // told like anything else that is no object
    }
    return JSON.createObjectNode().put(Column.REMARK, reason) + "\n" + line;
  }

  private void workbook(RowSource rows, OutputStream out) throws IOException {
    var workbook = new Workbook(out, "Heliograph", "1.0");
    Worksheet sheet = workbook.newWorksheet("问题行");
    List<String> headings = rows.headings();
    int width = 0;
    int[] places = new int[headings.size()];
    for (int i = 0; i < places.length; i++) {
      boolean remark = Headings.isExplanation(headings.get(i));
      places[i] = remark ? -1 : width;
      if (!remark) {
        sheet.inlineString(0, width, headings.get(i));
        width++;
      }
    }
    sheet.inlineString(0, width, Column.REMARK);
    sheet.width(width, WIDTH);
    sheet.freezePane(0, 1);
    int at = 0;
    for (FileRow row = rows.next(); row != null; row = rows.next()) {
      String reason = reason(row.number());
      if (reason != null) {
        at++;
        boolean cut = cells(sheet, at, rows.cells(), places);
        sheet.inlineString(
            at,
            width,
            fitting(cut ? reason + "; a text was too long for a cell and is cut here" : reason));
        if (at % FLUSH_EVERY == 0) {
          sheet.flush();
        }
      }
    }
    workbook.finish();
  }

  /** True when a text did not fit. */
  private static boolean cells(Worksheet sheet, int at, List<String> cells, int[] places) {
    boolean cut = false;
    for (int i = 0; i < Math.min(cells.size(), places.length); i++) {
      String cell = cells.get(i);
      if (places[i] >= 0 && !cell.isEmpty()) {
        sheet.inlineString(at, places[i], fitting(cell));
        cut |= cell.length() > LONGEST;
      }
    }
    return cut;
  }

  private static String fitting(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
