package org.heliograph.privacy.stripping;

/** The document cannot be published as it is; what to do about it. */
public final class Unstrippable extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    CORRUPT("the file is damaged: open it, repair it and save it again"),
    MACROS("the document holds macros: save it without them, as .xlsx or .docx"),
    UNSUPPORTED_TYPE(
        "files of this kind say more than their reader sees, and cannot be cleaned: save it as .pdf, .jpg or .png");

    private final String remedy;

    Reason(String remedy) {
      this.remedy = remedy;
    }

    public String remedy() {
      return remedy;
    }
  }

  private final Reason reason;

  Unstrippable(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
