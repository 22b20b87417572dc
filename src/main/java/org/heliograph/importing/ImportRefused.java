package org.heliograph.importing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Why an import as a whole cannot go on, as one sentence for whoever started it. */
public final class ImportRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;

  /** The stable codes. */
  @Enum("ImportFailure")
  @Description("Why an import as a whole failed. Codes are stable.")
  public enum Code {
    @Description("The file has no rows to import.")
    EMPTY,
    @Description("The file is neither an .xlsx workbook nor CSV nor JSON Lines, or is damaged.")
    UNREADABLE,
    @Description("The workbook is protected by a password: save it without one.")
    PASSWORD,
    @Description("The file is not UTF-8: save it as CSV UTF-8.")
    ENCODING,
    @Description("The header does not fit the kind: failureMessage says which columns there are.")
    HEADER,
    @Description("The file has more rows than one import may have: split it.")
    TOO_MANY_ROWS,
    @Description("The workbook expands to far more than its rows need: save it again.")
    EXPANDS_TOO_FAR,
    @Description("A record was erased meanwhile, and with it what uploads held: upload it again.")
    ERASED,
    @Description("The import broke off several times in the same place: tell the operator.")
    BROKEN_OFF,
    @Description("The import cannot go on as it was started; failureMessage says why.")
    OTHER
  }

  public ImportRefused(String sentence) {
    this(Code.OTHER, sentence);
  }

  public ImportRefused(Code code, String sentence) {
    super(sentence, null, false, false);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
