package org.heliograph.privacy.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.Property;
import org.apache.poi.hpsf.PropertySet;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFShapeContainer;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** An .xls workbook. It is not compressed: its size bounds what reading it takes. */
final class OldWorkbookText {
  /** The library keeps the whole of it as objects, at some ten times its size. */
  private static final int MOST_BYTES = 16 << 20;

  private final HSSFWorkbook workbook;
  private final Reading reading;

  private OldWorkbookText(HSSFWorkbook workbook, Reading reading) {
    this.workbook = workbook;
    this.reading = reading;
  }

  static void read(byte[] bytes, Reading reading) throws IOException {
    if (bytes.length > MOST_BYTES) {
      throw new Refusal(RefusalCode.TOO_LARGE);
    }
    // the library answers damage with all kinds of exceptions
    try (var workbook = new HSSFWorkbook(new POIFSFileSystem(new ByteArrayInputStream(bytes)))) {
      new OldWorkbookText(workbook, reading).read();
    } catch (EncryptedDocumentException e) {
      throw new Refusal(RefusalCode.ENCRYPTED);
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
  }

  private void read() {
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      boolean hidden = workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE;
      String title = workbook.getSheetName(i);
      reading.add(new Passage("name of a sheet", !hidden, "", title, 0));
      sheet(
          workbook.getSheetAt(i),
          "sheet " + Places.title(title) + (hidden ? " (hidden)" : ""),
          hidden);
    }
    for (HSSFName name : workbook.getAllNames()) {
      String title = Places.title(name.getNameName());
      reading.hidden("defined name " + title, name.getNameName());
      reading.hidden("comment of a defined name", text(name.getComment()));
      try {
        reading.hidden("defined name " + title, text(name.getRefersToFormula()));
      } catch (IllegalStateException | IllegalArgumentException e) {
        reading.cannotRead("defined name " + title);
      }
    }
    properties(workbook.getSummaryInformation());
    properties(workbook.getDocumentSummaryInformation());
    if (!workbook.getAllPictures().isEmpty()) {
      reading.cannotRead("the pictures in the workbook");
    }
    if (!workbook.getAllEmbeddedObjects().isEmpty()) {
      reading.cannotRead("the objects embedded in the workbook");
    }
  }

  private void properties(@Nullable PropertySet properties) {
    if (properties == null) {
      return;
    }
    for (Property property : properties.getProperties()) {
      if (property.getValue() instanceof String value) {
        reading.hidden("document properties", value);
      }
    }
  }

  private void sheet(HSSFSheet sheet, String place, boolean hidden) {
    var columns = new Columns();
    for (Row row : sheet) {
      boolean hiddenRow = row.getZeroHeight();
      for (Cell each : row) {
        HSSFCell cell = (HSSFCell) each;
        int column = cell.getColumnIndex();
        boolean hiddenColumn = sheet.isColumnHidden(column);
        String reference = Places.column(column) + (row.getRowNum() + 1);
        String at =
            place
                + ", cell "
                + reference
                + (hiddenRow ? " (hidden row)" : hiddenColumn ? " (hidden column)" : "");
        String text = value(cell);
        String heading = columns.heading(((HSSFRow) row).getRowNum() + 1, column, text);
        boolean shown = !hidden && !hiddenRow && !hiddenColumn;
        reading.add(new Passage(at, shown, heading, text, 0));
        if (cell.getCellType() == CellType.FORMULA) {
          reading.hidden("formula of " + at, cell.getCellFormula());
        }
        if (cell.getHyperlink() != null) {
          reading.hidden(place + ", link", text(cell.getHyperlink().getAddress()));
        }
      }
    }
    sheet
        .getCellComments()
        .forEach((address, comment) -> {
          reading.hidden(place + ", comment of " + address, text(comment.getString().getString()));
          reading.hidden(place + ", author of a comment", text(comment.getAuthor()));
        });
    headerFooter(sheet.getHeader(), place + ", header");
    headerFooter(sheet.getFooter(), place + ", footer");
    if (sheet.getDrawingPatriarch() != null) {
      shapes(sheet.getDrawingPatriarch(), place);
    }
  }

  private void headerFooter(HeaderFooter text, String place) {
    reading.hidden(
        place,
        String.join("。", text(text.getLeft()), text(text.getCenter()), text(text.getRight())));
  }

  private void shapes(HSSFShapeContainer container, String place) {
    for (HSSFShape shape : container.getChildren()) {
      reading.checkTime();
      if (shape instanceof HSSFShapeContainer group) {
        shapes(group, place);
      } else if (shape instanceof HSSFSimpleShape simple
          && !(shape instanceof HSSFComment)
          && simple.getString() != null) {
        reading.shown(place + ", text box", text(simple.getString().getString()));
      }
    }
  }

  /** What the cell holds, of a formula the value that was last computed. */
  private static String value(HSSFCell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> text(cell.getRichStringCellValue().getString());
      case NUMERIC ->
          new java.math.BigDecimal(cell.getNumericCellValue()).stripTrailingZeros().toPlainString();
      default -> "";
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
