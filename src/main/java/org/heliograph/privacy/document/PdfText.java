package org.heliograph.privacy.document;

import java.io.IOException;
import java.util.Calendar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.jspecify.annotations.Nullable;

/**
 * A PDF: its pages' text, also what lies under a white or black box, notes, form fields, bookmarks,
 * properties and attached files. A page of pictures without text is for people to look at.
 */
final class PdfText {
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,4000}>");
  private static final int MOST_BOOKMARKS = 10_000;
  private static final int DEEPEST_NAMES = 16;
  private final PDDocument document;
  private final Reading reading;
  private final int depth;
  private final Set<String> pages = new HashSet<>();
  private int bookmarks;

  private PdfText(PDDocument document, Reading reading, int depth) {
    this.document = document;
    this.reading = reading;
    this.depth = depth;
  }

  static void read(byte[] bytes, Reading reading, int depth) throws IOException {
    PdfExpansion.check(bytes, reading);
    // the library answers damage with all kinds of exceptions, and nesting with an overflow
    try (PDDocument document = Loader.loadPDF(bytes)) {
      if (document.isEncrypted()) {
        throw new Refusal(RefusalCode.ENCRYPTED);
      }
      if (document.getNumberOfPages() > reading.limits().pages()) {
        throw new Refusal(RefusalCode.TOO_MANY_PAGES);
      }
      var text = new PdfText(document, reading, depth);
      text.read();
      new PdfRevisions(bytes, reading, text.pages).read();
    } catch (InvalidPasswordException e) {
      throw new Refusal(RefusalCode.ENCRYPTED);
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
  }

  private void read() throws IOException {
    var stripper = new PageText(reading);
    for (int i = 1; i <= document.getNumberOfPages(); i++) {
      reading.checkTime();
      PDPage page = document.getPage(i - 1);
      String place = "page " + i;
      String text = stripper.of(document, i);
      pages.add(text);
      reading.add(new Passage(place, true, "", text, 1));
      if (text.isBlank() && page.getResources() != null) {
        reading.cannotRead(place + " has no text, only what is drawn");
      } else if (hasPicture(page)) {
        reading.cannotRead("the pictures on " + place);
      }
      for (PDAnnotation annotation : page.getAnnotations()) {
        annotation(place, annotation);
      }
    }
    properties(document.getDocumentInformation());
    metadata(document.getDocumentCatalog().getMetadata());
    if (document.getDocumentCatalog().getAcroForm() != null) {
      for (PDField field : document.getDocumentCatalog().getAcroForm().getFieldTree()) {
        reading.checkTime();
        reading.shown("form field", text(field.getValueAsString()));
      }
    }
    outline(document.getDocumentCatalog().getDocumentOutline(), 0);
    PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
    if (names != null && names.getEmbeddedFiles() != null) {
      attachments(names.getEmbeddedFiles(), 0);
    }
  }

  private static boolean hasPicture(PDPage page) {
    if (page.getResources() == null) {
      return false;
    }
    for (COSName name : page.getResources().getXObjectNames()) {
      if (page.getResources().isImageXObject(name)) {
        return true;
      }
    }
    return false;
  }

  private void annotation(String place, PDAnnotation annotation) throws IOException {
    String at = place + ", note";
    reading.hidden(at, text(annotation.getContents()));
    COSDictionary dictionary = annotation.getCOSObject();
    for (String key : List.of("T", "Subj", "TU", "V", "DA", "Alt")) {
      if (dictionary.getDictionaryObject(key) instanceof COSString value) {
        reading.hidden(at, value.getString());
      }
    }
    if (dictionary.getDictionaryObject("RC") instanceof COSString rich) {
      reading.hidden(at, TAG.matcher(rich.getString()).replaceAll(""));
    }
    if (annotation instanceof PDAnnotationLink link
        && link.getAction() instanceof PDActionURI uri) {
      reading.hidden(place + ", link", text(uri.getURI()));
    }
    if (annotation instanceof PDAnnotationFileAttachment attachment
        && attachment.getFile() instanceof PDComplexFileSpecification file) {
      attachment(file);
    }
  }

  private void properties(PDDocumentInformation information) {
    for (String key : information.getMetadataKeys()) {
      Object value = information.getPropertyStringValue(key);
      if (value instanceof String text) {
        reading.hidden("property " + Places.title(key), text);
      } else if (!(value instanceof Calendar) && value != null) {
        reading.hidden("property " + Places.title(key), value.toString());
      }
    }
  }

  private void metadata(@Nullable PDMetadata metadata) throws IOException {
    if (metadata != null) {
      String xml = new String(metadata.toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
      reading.hidden("document properties", TAG.matcher(xml).replaceAll("。\n"));
    }
  }

  private void outline(@Nullable PDOutlineNode node, int level) {
    if (node == null || level > DEEPEST_NAMES) {
      return;
    }
    for (PDOutlineItem item : node.children()) {
      if (bookmarks++ > MOST_BOOKMARKS) {
        throw new Refusal(RefusalCode.CORRUPT);
      }
      reading.shown("bookmark", text(item.getTitle()));
      outline(item, level + 1);
    }
  }

  private void attachments(PDNameTreeNode<PDComplexFileSpecification> node, int level)
      throws IOException {
    if (level > DEEPEST_NAMES) {
      throw new Refusal(RefusalCode.CORRUPT);
    }
    if (node.getNames() != null) {
      for (PDComplexFileSpecification file : node.getNames().values()) {
        attachment(file);
      }
    }
    if (node.getKids() != null) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
        attachments(kid, level + 1);
      }
    }
  }

  private void attachment(PDComplexFileSpecification file) throws IOException {
    PDEmbeddedFile embedded = file.getEmbeddedFile();
    String name = text(file.getFilename());
    reading.hidden("name of an attached file", name);
    reading.hidden("description of an attached file", text(file.getFileDescription()));
    if (embedded != null) {
      String place = "attached file " + Places.title(name);
      DocumentReader.readWithin(place, name, embedded.toByteArray(), reading, depth + 1);
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
