package org.heliograph.privacy.document;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Takes a page's text in the order in which it stands there, within the time. */
final class PageText extends PDFTextStripper {
  private final Reading reading;

  PageText(Reading reading) {
    this.reading = reading;
    setSortByPosition(true);
  }

  /** The text of a page, counted from 1. */
  String of(PDDocument document, int page) throws IOException {
    setStartPage(page);
    setEndPage(page);
    return getText(document);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    reading.checkTime();
    super.processOperator(operator, operands);
  }
}
