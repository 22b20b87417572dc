package org.heliograph.privacy.stripping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A PDF without properties, earlier versions, names of annotators, private data of programs,
 * scripts, and the metadata of its pictures. An electronic signature does not outlive this: what is
 * signed is published beside the signature, not in it.
 */
final class PdfStripping {
  private static final COSName PRIVATE = COSName.getPDFName("PieceInfo");
  private static final COSName CHANGED = COSName.getPDFName("LastModified");
  private static final Set<String> ACTIVE = Set.of("JavaScript", "Launch");
  private static final COSName ADDITIONAL_ACTIONS = COSName.getPDFName("AA");

  private PdfStripping() {}

  static byte[] strip(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      document.setDocumentInformation(new PDDocumentInformation());
      for (COSObjectKey key : List.copyOf(document.getDocument().getXrefTable().keySet())) {
        COSObject object = document.getDocument().getObjectFromPool(key);
        clean(object == null ? null : object.getObject(), 0);
      }
      clean(document.getDocumentCatalog().getCOSObject(), 0);
      // the same document always comes to the same bytes
      document.setDocumentId(0L);
      document.getDocument().getTrailer().removeItem(COSName.ID);
      var out = new ByteArrayOutputStream(bytes.length);
      document.save(out);
      return out.toByteArray();
    }
  }

  /** What stands directly within an object is cleaned with it; what it refers to, by itself. */
  private static void clean(@org.jspecify.annotations.Nullable COSBase base, int depth)
      throws IOException {
    if (depth > 32) {
      return;
    }
    if (base instanceof COSArray array) {
      for (COSBase each : array) {
        clean(each instanceof COSObject ? null : each, depth + 1);
      }
    } else if (base instanceof COSDictionary dictionary) {
      dictionary(dictionary);
      for (COSBase each : List.copyOf(dictionary.getValues())) {
        clean(each instanceof COSObject ? null : each, depth + 1);
      }
    }
  }

  private static void dictionary(COSDictionary dictionary) throws IOException {
    dictionary.removeItem(COSName.METADATA);
    dictionary.removeItem(PRIVATE);
    dictionary.removeItem(CHANGED);
    dictionary.removeItem(ADDITIONAL_ACTIONS);
    if (ACTIVE.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))) {
      dictionary.clear();
    }
    boolean annotation =
        dictionary.containsKey(COSName.SUBTYPE) && dictionary.containsKey(COSName.RECT);
    if (annotation && !"Widget".equals(dictionary.getNameAsString(COSName.SUBTYPE))) {
      dictionary.removeItem(COSName.T);
    }
    boolean jpeg = COSName.DCT_DECODE.equals(dictionary.getDictionaryObject(COSName.FILTER));
    if (jpeg && dictionary instanceof COSStream stream) {
      picture(stream);
    }
  }

  private static void picture(COSStream stream) throws IOException {
    byte[] bytes;
    try (InputStream in = stream.createRawInputStream()) {
      bytes = in.readAllBytes();
    }
    byte[] stripped = JpegStripping.strip(bytes);
    try (OutputStream out = stream.createRawOutputStream()) {
      out.write(stripped);
    }
  }
}
