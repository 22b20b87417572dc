package org.heliograph.privacy.document;

/** Why a document is refused, and what to do about it. */
public enum RefusalCode {
  EMPTY("the file is empty: choose the file again"),
  TOO_LARGE("the file is too large: split it, or reduce the pictures in it"),
  UNSUPPORTED_TYPE(
      "files of this kind cannot be checked: save it as .xlsx, .docx, .pdf, .csv, .txt, .jpg or .png"),
  MISLABELLED(
      "the file is not what the end of its name says: open it and save it again in the form that the name says"),
  ENCRYPTED("the file is protected by a password or by permissions: save it without protection"),
  CORRUPT("the file is damaged: open it, repair it and save it again"),
  EXPANDS_TOO_FAR("the file expands to far more than it holds: save it again from its program"),
  TOO_MANY_PAGES("the document has too many pages: split it"),
  TOO_MANY_PIXELS("the picture has too many pixels: reduce its size"),
  TOO_DEEP("documents lie too deep within documents: attach the inner ones by themselves"),
  TOO_SLOW("the file could not be read in time: split it, or save it again from its program");

  private final String remedy;

  RefusalCode(String remedy) {
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
